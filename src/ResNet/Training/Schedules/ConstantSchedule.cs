namespace ResNet;

/// <summary>The factor 1.</summary>
internal sealed class ConstantSchedule : Schedule
{
    public override double Factor(in TrainingTime time) => 1;

    public override string ToString() => "constant";
}
