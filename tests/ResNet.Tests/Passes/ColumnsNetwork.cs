namespace ResNet.Tests.Passes;

/// <summary>
/// A throwaway network in which every sample takes sixteen columns: patches of an image, an affine map, batch norm and tanh; a
/// residual branch with a learned factor that survives now and then; dropout and layer norm; a residual branch of which addition
/// and rectifier are one with its affine map; and three classes for every column.
/// </summary>
internal sealed class ColumnsNetwork
{
    public const int Width = 5;
    public const int Classes = 3;
    public const int Seed = 8;
    public const float Rate = 0.3f;
    public const float Survival = 0.7f;

    private static readonly SampleShape wide = new(Width, Unfolding.Patches.Columns);

    public ColumnsNetwork()
    {
        Arrays = new LiveArrays([Stage], Seed);
        var random = new Random(Seed);
        foreach (LiveArray array in Arrays.All)
        {
            if (array.Parameter is null) continue;
            foreach (ref float value in array.Values.AsSpan()) value += 0.4f * (random.NextSingle() - 0.5f);
        }
    }

    public LiveArrays Arrays { get; }

    public static Stage Stage { get; } = new("columns",
    [
        Affine("first", Unfolding.Patches, Width),
        new NormPart("batch", wide, Normalization.Batch, FirstValues.Constant(1)),
        new ActivationPart("tanh", wide, Activation.Tanh),
        new ResidualPart(wide, [], [Affine("branch", wide, Width)], []) { Factor = BranchFactor.Learned, Survival = Survival },
        new DropoutPart("dropout", wide, Rate),
        new NormPart("layer", wide, Normalization.Layer, FirstValues.Constant(1)),
        new ResidualPart(wide, [], [Affine("fused", wide, Width)], []),
        new ActivationPart("relu", wide, Activation.Relu),
        Affine("last", wide, Classes),
    ]);

    public IReadOnlyList<Parameter> Parameters => Arrays.ParametersOf([Stage]);

    public Signal Wire(Plan plan, Signal images) =>
        new PlanWiring(plan, Arrays).Wire(Stage, plan.Append(new Unfolding(plan, images)));

    private static AffinePart Affine(string name, SampleShape input, int outputs) =>
        new(name, input, outputs, FirstValues.Normal(1.0 / input.Features));
}
