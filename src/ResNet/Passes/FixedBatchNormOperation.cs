namespace ResNet;

/// <summary>
/// y = g(N(z) + S) over a batch: batch norm N with running statistics, and what is fused with it. There is no way back.
/// </summary>
internal sealed class FixedBatchNormOperation(Plan plan, string place, FixedBatchNorm norm, Signal input)
    : FusedOperation(plan, place, input.Shape, input)
{
    public override void Allocate() => AllocateElementwise(Input, overwrite: true);

    public override void Forward(Lane lane)
    {
        norm.Settle(lane);
        Slice columns = Input.ColumnsOf(Plan.SamplesOf(lane));
        for (int j = columns.First; j < columns.End; j++)
        {
            Epilogue epilogue = norm.Fuse(lane, ForwardEpilogueOf(new Slice(j, 1)));
            Completing.Run(Input.Value.Column(j), epilogue, Output.Value.Column(j));
        }
    }

    public override void Backward(Lane lane) => throw new InvalidOperationException($"{Place} has no way back.");
}
