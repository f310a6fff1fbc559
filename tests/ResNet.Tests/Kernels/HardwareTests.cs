using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ResNet.Tests.Kernels;

/// <summary>
/// The registers that these tests run on. <c>RESNET_TEST_HARDWARE</c> says which ones the runtime was told to do without:
/// <c>no-avx512</c>, <c>no-avx2</c> or <c>none</c>.
/// </summary>
public class HardwareTests
{
    private static readonly bool isX86 = RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.X86;

    [Fact]
    public void The_registers_are_those_that_were_asked_for()
    {
        (bool Is512, bool Is256, bool Is128) =
            (Vector512.IsHardwareAccelerated, Vector256.IsHardwareAccelerated, Vector128.IsHardwareAccelerated);
        string? asked = Environment.GetEnvironmentVariable("RESNET_TEST_HARDWARE");
        switch (asked)
        {
            case "none": (Is512, Is256, Is128).Should().Be((false, false, false)); break;
            case "no-avx2": (Is512, Is256, Is128).Should().Be((false, false, true)); break;
            case "no-avx512": (Is512, Is256, Is128).Should().Be((false, isX86, true)); break;
            default: asked.Should().BeNullOrEmpty("there are no such registers"); break;
        }
    }

    [Fact]
    public void Where_wide_registers_are_narrower_ones_are_too()
    {
        if (Vector512.IsHardwareAccelerated) Vector256.IsHardwareAccelerated.Should().BeTrue();
        if (Vector256.IsHardwareAccelerated) Vector128.IsHardwareAccelerated.Should().BeTrue();
    }
}
