namespace ResNet;

/// <summary>Layer norm: all means are those of a column over its m features, so that ē = Σe/m and p = Σ(e·x̂)/m (Ba et al. 2016).</summary>
internal sealed class LayerNormOperation(Plan plan, NormPart part, PartArrays arrays, Signal input)
    : NormOperation<OfColumn>(plan, part, arrays, input)
{
    /// <summary>Columns whose statistics are settled together: a vector of sums.</summary>
    private const int Group = 8;

    private readonly StatisticMemory statistics = new(plan.Capacity * input.Shape.Columns);

    protected override Statistics StatisticsOf(Lane lane, Slice columns) => statistics.All.From(columns.First);

    protected override void Measure(Lane lane, Slice columns)
    {
        Span<double> sums = stackalloc double[Group], squares = stackalloc double[Group];
        for (int first = columns.First; first < columns.End; first += Group)
        {
            var group = new Slice(first, Math.Min(Group, columns.End - first));
            ColumnSums.Moments(Input.Value.Columns(group), Input.Features, sums, squares);
            Statistics.ToMoments(sums, squares, Input.Features);
            StatisticsOf(lane, group).SetMoments(sums, squares, Part.Epsilon);
        }
    }

    protected override void MeasureGradients(Lane lane, Slice columns, BatchSums _)
    {
        Span<double> sums = stackalloc double[Group], products = stackalloc double[Group];
        for (int first = columns.First; first < columns.End; first += Group)
        {
            var group = new Slice(first, Math.Min(Group, columns.End - first));
            Statistics own = StatisticsOf(lane, group);
            ColumnSums.Gradients(Output.Gradient.Columns(group), Gamma.Values, Input.Value.Columns(group), own, sums, products);
            own.SetGradients(sums, products, Input.Features);
        }
    }
}
