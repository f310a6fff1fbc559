using ResNet.Tabular;

namespace ResNet.Tests.Tabular.Models;

/// <summary>Models as the bytes of their files.</summary>
internal static class ModelBytes
{
    public static byte[] Of(TabularModel model)
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }

    public static TabularModel Load(byte[] file) => TabularModel.Load(new MemoryStream(file));
}
