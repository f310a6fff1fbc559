namespace ResNet;

/// <summary>The unit in which a schedule counts time.</summary>
public enum ScheduleUnit
{
    /// <summary>Epochs: the learning rate is constant within an epoch.</summary>
    Epoch,

    /// <summary>Steps: the learning rate changes from step to step.</summary>
    Step,
}
