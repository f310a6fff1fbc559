namespace ResNet.Tests;

/// <summary>
/// Test classes that run while no other does: they need the pool of workers to themselves, or count what the whole process
/// allocates.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class RunsAlone
{
    public const string Name = "runs alone";
}
