namespace ResNet.Tests.Kernels;

/// <summary>The updates of the optimizers with every setting at least once on and once off.</summary>
internal static class UpdateForms
{
    public static IReadOnlyList<SgdUpdate> Sgd { get; } =
    [
        new(Rate: 0.1f, Momentum: 0, Decay: 0, Nesterov: false),
        new(Rate: 0.1f, Momentum: 0.9f, Decay: 0, Nesterov: false),
        new(Rate: 0.1f, Momentum: 0.9f, Decay: 0, Nesterov: true),
        new(Rate: 0.1f, Momentum: 0, Decay: 0.3f, Nesterov: false),
        new(Rate: 0.1f, Momentum: 0.9f, Decay: 0.3f, Nesterov: true),
    ];

    public static IReadOnlyList<AdamUpdate> Adam { get; } =
    [
        new(Rate: 0.1f, Beta1: 0.9f, Beta2: 0.99f, Epsilon: 1e-3f, Correction1: 0.5f, Correction2: 0.6f, Decay: 0, Keep: 1),
        new(Rate: 0.1f, Beta1: 0.8f, Beta2: 0.95f, Epsilon: 1e-3f, Correction1: 1, Correction2: 1, Decay: 0.3f, Keep: 1),
        new(Rate: 0.1f, Beta1: 0.8f, Beta2: 0.95f, Epsilon: 1e-3f, Correction1: 0.2f, Correction2: 0.05f, Decay: 0, Keep: 0.9f),
    ];
}
