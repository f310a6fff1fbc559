namespace ResNet.Tests.Kernels;

/// <summary>A product of one column goes through memory another way than one of many, to the same bits.</summary>
public class ProductColumnTests
{
    /// <summary>Enough that they are computed from packed rows.</summary>
    private const int Columns = 25;

    /// <summary>Depths below and beyond what is packed at a time.</summary>
    public static TheoryData<int> Inputs => [1, 3, 64, 256, 257, 600];

    [Theory]
    [MemberData(nameof(Inputs))]
    public void A_column_alone_has_the_same_bits_as_among_others(int inputs)
    {
        Random random = new(inputs);
        for (int outputs = 1; outputs <= 300; outputs++)
        {
            float[] w = UniformDraw.Of(random, outputs * inputs), bias = outputs % 2 == 0 ? [] : UniformDraw.Of(random, outputs);
            float[] a = UniformDraw.Of(random, inputs * Columns), t = UniformDraw.Of(random, outputs * Columns);
            float[] addend = outputs % 3 == 0 ? [] : t;
            float slope = (outputs % 5) switch { 0 => 1, 1 or 2 => 0, _ => 0.01f };
            float[] among = new float[outputs * Columns], alone = new float[outputs];
            Product.Forward(w, bias, a, among, inputs, outputs, new Epilogue { Addend = addend, Slope = slope });
            foreach (int column in new[] { 0, 10, Columns - 1 })
            {
                ReadOnlySpan<float> own = addend.Length == 0 ? [] : addend.AsSpan(column * outputs, outputs);
                Product.Forward(
                    w, bias, a.AsSpan(column * inputs, inputs), alone, inputs, outputs, new Epilogue { Addend = own, Slope = slope });
                Bits.Of(alone).AsSpan().SequenceEqual(Bits.Of(among.AsSpan(column * outputs, outputs)))
                    .Should().BeTrue("of {0} columns of {1} outputs, column {2} stands alone", Columns, outputs, column);
            }
        }
    }
}
