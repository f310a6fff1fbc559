namespace ResNet;

/// <summary>What a schedule counts.</summary>
public enum ScheduleUnit
{
    /// <summary>Epochs: the learning rate stays as it is for an epoch.</summary>
    Epoch,

    /// <summary>Steps: the learning rate changes from step to step.</summary>
    Step,
}
