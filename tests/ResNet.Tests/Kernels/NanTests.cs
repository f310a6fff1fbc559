namespace ResNet.Tests.Kernels;

/// <summary>What is not a number is not lost on its way through a kernel, and reaches nothing that it has no part in.</summary>
public class NanTests
{
    private static readonly ILookup<string, NanCase> cases =
        SpanNanCases.All.Concat(UpdateNanCases.All).Concat(ProductNanCases.All).ToLookup(one => one.Kernel);

    public static TheoryData<string> Kernels => [.. cases.Select(ofKernel => ofKernel.Key)];

    [Theory]
    [MemberData(nameof(Kernels))]
    public void A_nan_at_any_place_shows_wherever_it_has_a_part_and_nowhere_else(string kernel)
    {
        foreach (NanCase one in cases[kernel]) one.Failures().Should().BeEmpty("of {0} places", one.Length);
    }
}
