using System.Buffers.Binary;
using System.Globalization;
using Google.Protobuf;

namespace ResNet.Onnx;

/// <summary>
/// A graph to which one node after the other is added. A node gives one tensor, of the node's own name, which later nodes take.
/// </summary>
/// <param name="tensors">the network's arrays by name</param>
internal sealed class OnnxGraph(IReadOnlyDictionary<string, NamedTensor> tensors)
{
    /// <summary>The name of the dimension that is whatever the input has.</summary>
    private const string Samples = "samples";

    private readonly HashSet<string> constants = [];

    public GraphProto Message { get; } = new() { Name = nameof(ResNet) };

    /// <summary>The graph's input, samples × width.</summary>
    public string Input(string name, int width, string description)
    {
        Message.Input.Add(Batch(name, width, description));
        return name;
    }

    /// <summary>Makes what the last node gives the graph's output, samples × width, under this name.</summary>
    public void Output(string name, int width, string description)
    {
        Message.Node[^1].Output[0] = name;
        Message.Output.Add(Batch(name, width, description));
    }

    /// <summary>Adds a node and gives the tensor that it gives.</summary>
    /// <param name="name">the name of both</param>
    /// <param name="type">the operator</param>
    /// <param name="inputs">the tensors it takes</param>
    /// <param name="attributes">what it is told besides</param>
    public string Add(string name, string type, IEnumerable<string> inputs, params IEnumerable<AttributeProto> attributes)
    {
        Message.Node.Add(new NodeProto { Name = name, OpType = type, Input = { inputs }, Output = { name }, Attribute = { attributes } });
        return name;
    }

    /// <summary>An array of the network under its own name: a weight, outputs × inputs, or a vector.</summary>
    public string Parameter(string name)
    {
        NamedTensor tensor = tensors[name];
        return Constant(name, tensor.Values, [.. tensor.Sizes]);
    }

    /// <summary>A weight of the network the other way round, inputs × outputs, under its own name.</summary>
    public string Transposed(string name)
    {
        NamedTensor tensor = tensors[name];
        (int rows, int columns) = (tensor.Sizes[0], tensor.Sizes[1]);
        float[] transposed = new float[tensor.Values.Length];
        for (int i = 0; i < transposed.Length; i++) transposed[i % columns * rows + i / columns] = tensor.Values[i];
        return Constant(name, transposed, columns, rows);
    }

    /// <summary>A vector.</summary>
    public string Vector(string name, IReadOnlyCollection<float> values) => Constant(name, values, values.Count);

    /// <summary>A number, the same for all who ask for it.</summary>
    public string Number(float value) => Constant(string.Create(CultureInfo.InvariantCulture, $"number.{value}"), [value], sizes: []);

    /// <summary>As many zeros, the same for all who ask for them.</summary>
    public string Zeros(int count) => Constant($"zeros.{count}", new float[count], count);

    /// <summary>A list of whole numbers.</summary>
    public string Integers(string name, params IReadOnlyCollection<long> values) => Integers(name, values, values.Count);

    /// <summary>A whole number.</summary>
    public string Integer(string name, long value) => Integers(name, [value], sizes: []);

    private string Integers(string name, IReadOnlyCollection<long> values, params IEnumerable<long> sizes) =>
        Constant(name, TensorProto.Types.DataType.Int64, values, sizes, sizeof(long), BinaryPrimitives.WriteInt64LittleEndian);

    private string Constant(string name, IReadOnlyCollection<float> values, params IEnumerable<long> sizes) =>
        Constant(name, TensorProto.Types.DataType.Float, values, sizes, sizeof(float), BinaryPrimitives.WriteSingleLittleEndian);

    private string Constant<T>(
        string name, TensorProto.Types.DataType type, IReadOnlyCollection<T> values, IEnumerable<long> sizes, int bytesEach, Write<T> write)
    {
        if (!constants.Add(name)) return name;
        byte[] bytes = new byte[values.Count * bytesEach];
        foreach ((int i, T value) in values.Index()) write(bytes.AsSpan(i * bytesEach), value);
        Message.Initializer.Add(
            new TensorProto { Name = name, DataType = type, Dims = { sizes }, RawData = UnsafeByteOperations.UnsafeWrap(bytes) });
        return name;
    }

    private static ValueInfoProto Batch(string name, int width, string description) => new()
    {
        Name = name,
        DocString = description,
        Type = new TypeProto
        {
            TensorType = new TypeProto.Types.Tensor
            {
                ElemType = TensorProto.Types.DataType.Float,
                Shape = new TensorShapeProto
                {
                    Dim = { new TensorShapeProto.Types.Dimension { DimParam = Samples },
                        new TensorShapeProto.Types.Dimension { DimValue = width } },
                },
            },
        },
    };

    private delegate void Write<T>(Span<byte> bytes, T value);
}
