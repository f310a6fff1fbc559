namespace ResNet;

/// <summary>
/// How the learning rate changes: what the optimizer's learning rate is multiplied by at each step. Holds settings only,
/// so one object can serve any number of trainers. Derive from it for a schedule of your own.
/// </summary>
public abstract class Schedule
{
    /// <summary>What the optimizer's learning rate is multiplied by for the step at hand: not negative and finite.</summary>
    /// <param name="time">how far the training is</param>
    public abstract double Factor(in TrainingTime time);
}
