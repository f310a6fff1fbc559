namespace ResNet.Tests.Passes;

/// <summary>
/// Cuts images, channels last, into patches: one sample of 6 × 6 pixels with 2 channels becomes 16 columns of the 3 × 3 × 2 values
/// around a pixel, as a convolution reads them.
/// </summary>
internal sealed class Unfolding : Operation
{
    public const int Side = 6;
    public const int Channels = 2;
    private const int Kernel = 3;
    private const int Positions = Side - Kernel + 1;

    private readonly Signal input;

    public Unfolding(Plan plan, Signal input)
        : base(plan, "unfolding", Patches) => this.input = Read(input);

    public static SampleShape Images { get; } = new(Side * Side * Channels);

    public static SampleShape Patches { get; } = new(Kernel * Kernel * Channels, Positions * Positions);

    /// <summary>The feature of the image that a value of a patch is.</summary>
    public static int Feature(int patch, int value)
    {
        (int y, int x) = (patch / Positions + value / Channels / Kernel, patch % Positions + value / Channels % Kernel);
        return (y * Side + x) * Channels + value % Channels;
    }

    public override void Allocate() => Output.Value = Plan.Allocate(Output.Shape);

    public override void Forward(Lane lane) => ForAll(lane, (image, patch, value) =>
        Output.Value.Column(image * Patches.Columns + patch)[value] = input.Value.Sample(image)[Feature(patch, value)]);

    public override void Backward(Lane lane)
    {
        Slice images = Plan.SamplesOf(lane);
        input.Gradient.Samples(images).Clear();
        ForAll(lane, (image, patch, value) =>
            input.Gradient.Sample(image)[Feature(patch, value)] += Output.Gradient.Column(image * Patches.Columns + patch)[value]);
    }

    private void ForAll(Lane lane, Action<int, int, int> act)
    {
        Slice images = Plan.SamplesOf(lane);
        for (int image = images.First; image < images.End; image++)
        {
            for (int patch = 0; patch < Patches.Columns; patch++)
            {
                for (int value = 0; value < Patches.Features; value++) act(image, patch, value);
            }
        }
    }
}
