using ResNet.Tests.Networks.Files;

namespace ResNet.Tests.Parts;

/// <summary>The 200 networks of all options, which properties of parts are held against.</summary>
internal static class AllNetworks
{
    public static IEnumerable<Network> Drawn => Enumerable.Range(0, 200).Select(AnyNetwork.Of);
}
