using System.Globalization;
using ResNet.Fitting;
using ResNet.Tests.Kernels;
using ResNet.Tests.Training;

namespace ResNet.Tests.Networks.Files;

/// <summary>A file that one process writes is read by another; <see cref="KillTests"/> has the other way.</summary>
public sealed class OtherProcessTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Another_process_predicts_the_same_bits()
    {
        Network network = SmallFit.Network();
        network.Forward(SmallFit.Training.Inputs); // running statistics
        network.Standardize(SmallFit.Training);
        network.Save(path);
        ChildProcess.Run("predict", path).Select(line => int.Parse(line, CultureInfo.InvariantCulture))
            .Should().Equal(Bits.Of(network.Predict(SmallFit.Validation.Inputs)));
    }
}
