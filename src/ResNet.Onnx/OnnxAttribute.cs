namespace ResNet.Onnx;

/// <summary>What nodes are told besides the tensors they take.</summary>
internal static class OnnxAttribute
{
    /// <summary>The dimension that runs over the features; the other, 0, runs over the samples.</summary>
    public const int FeatureAxis = 1;

    public static AttributeProto Of(string name, long value) =>
        new() { Name = name, Type = AttributeProto.Types.AttributeType.Int, I = value };

    public static AttributeProto Of(string name, float value) =>
        new() { Name = name, Type = AttributeProto.Types.AttributeType.Float, F = value };

    public static AttributeProto Of(string name, params IEnumerable<long> values) =>
        new() { Name = name, Type = AttributeProto.Types.AttributeType.Ints, Ints = { values } };
}
