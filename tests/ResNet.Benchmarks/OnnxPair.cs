using Microsoft.ML.OnnxRuntime;
using ResNet.Onnx;

namespace ResNet.Benchmarks;

/// <summary>
/// A workload's prediction on this library and on ONNX Runtime, from the same memory and each into memory that it is given once.
/// </summary>
internal sealed class OnnxPair : IDisposable
{
    private readonly InferenceSession session;
    private readonly RunOptions run = new();
    private readonly OrtIoBinding binding;
    private readonly OrtValue input;
    private readonly OrtValue output;
    private readonly float[] ownOutputs;
    private readonly float[] onnxOutputs;

    public OnnxPair(Workload workload, int threads)
    {
        Network network = workload.CreateNetwork();
        MoveFromStart(network);
        float[] inputs = workload.CreateBatch().Inputs.AsColumnMajorArray();
        ownOutputs = new float[network.Outputs * workload.Samples];
        onnxOutputs = new float[ownOutputs.Length];
        Own = () => network.PredictInto(inputs, workload.Samples, ownOutputs, threads);

        using var file = new MemoryStream();
        network.ExportOnnx(file);
        using var options = new SessionOptions
        {
            IntraOpNumThreads = threads, InterOpNumThreads = 1, ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        };
        session = new InferenceSession(file.ToArray(), options);
        input = OrtValue.CreateTensorValueFromMemory(inputs, [workload.Samples, network.Inputs]);
        output = OrtValue.CreateTensorValueFromMemory(onnxOutputs, [workload.Samples, network.Outputs]);
        binding = session.CreateIoBinding();
        binding.BindInput("inputs", input);
        binding.BindOutput("outputs", output);
        Onnx = () => session.RunWithBinding(run, binding);
    }

    /// <summary>One prediction on this library.</summary>
    public Action Own { get; }

    /// <summary>One prediction on ONNX Runtime.</summary>
    public Action Onnx { get; }

    /// <summary>Predicts on both sides; refuses outputs that differ by more than 1e-5 · max(1, |own|).</summary>
    public void CheckAgreement()
    {
        Own();
        Onnx();
        for (int i = 0; i < ownOutputs.Length; i++)
        {
            float own = ownOutputs[i], onnx = onnxOutputs[i];
            if (!(Math.Abs(own - onnx) <= 1e-5 * Math.Max(1, Math.Abs(own))))
            {
                throw new InvalidOperationException($"Output {i} is {own}, but ONNX Runtime's is {onnx}.");
            }
        }
    }

    public void Dispose()
    {
        binding.Dispose();
        input.Dispose();
        output.Dispose();
        run.Dispose();
        session.Dispose();
    }

    /// <summary>Branches start at zero, and so two sides would agree on them whatever they do there.</summary>
    private static void MoveFromStart(Network network)
    {
        var random = new Random(1);
        foreach (Parameter parameter in network.Parameters)
        {
            float spread = 0.1f / MathF.Sqrt(parameter.Value.ColumnCount);
            parameter.Value.MapInplace(value => value + spread * (random.NextSingle() - 0.5f));
        }
    }
}
