namespace ResNet.Tests.Reference;

/// <summary>A network in double precision whose only formulas are forward ones: its gradients come off a tape.</summary>
public sealed class ReferenceNetwork
{
    private readonly IReadOnlyList<ArchitectureEntry> architecture;

    /// <summary>Keeps the arrays it is given: what is written to them later counts.</summary>
    /// <param name="inputs">Number of features of a sample.</param>
    /// <param name="outputs">Number of logits.</param>
    /// <param name="architecture">The blocks before the output layer.</param>
    /// <param name="parameters">By name, row-major; exactly those of <see cref="ParameterShape.Of"/>, in any order.</param>
    public ReferenceNetwork(
        int inputs, int outputs, IReadOnlyList<ArchitectureEntry> architecture, IReadOnlyDictionary<string, double[]> parameters)
    {
        this.architecture = architecture;
        IReadOnlyList<ParameterShape> shapes = ParameterShape.Of(inputs, outputs, architecture);
        foreach (string stranger in parameters.Keys.Except(shapes.Select(shape => shape.Name)))
        {
            throw new ArgumentException($"The architecture has no parameter '{stranger}'.");
        }

        Parameters = new OrderedDictionary<string, double[]>(
            shapes.Select(shape => KeyValuePair.Create(shape.Name, Checked(shape, parameters))));
    }

    /// <summary>The parameters by name, row-major, in the golden files' order.</summary>
    public OrderedDictionary<string, double[]> Parameters { get; }

    /// <summary>The network of a golden file.</summary>
    public static ReferenceNetwork Of(GoldenNetwork golden) => new(
        golden.Inputs,
        golden.Outputs,
        golden.Architecture,
        golden.Parameters.ToDictionary(parameter => parameter.Key, parameter => parameter.Value.Values));

    /// <summary>A network with random parameters.</summary>
    public static ReferenceNetwork Random(int inputs, int outputs, IReadOnlyList<ArchitectureEntry> architecture, int seed)
    {
        Random random = new(seed);
        IReadOnlyList<ParameterShape> shapes = ParameterShape.Of(inputs, outputs, architecture);
        return new ReferenceNetwork(
            inputs, outputs, architecture, shapes.ToDictionary(shape => shape.Name, shape => shape.RandomValues(random)));
    }

    /// <summary>A pass in training mode over a batch, one row per sample; classes as one-hot rows.</summary>
    public ReferencePass Train(double[][] input, double[][] target, string lossKind) =>
        Train(input, output => ReferenceLoss.Of(lossKind, output, target));

    /// <summary>A pass in training mode with any loss of the output.</summary>
    public ReferencePass Train(double[][] input, Func<Scalar[][], Scalar> lossOf)
    {
        Tape tape = new();
        Scalar[][] x = [.. input.Select(tape.Variables)];
        OrderedDictionary<string, Scalar[]> variables = OnTape(tape);
        ReferenceNormalization normalization = new(variables);
        ReferenceForward forward = new(architecture, variables, normalization);
        Scalar[][] output = forward.Run(x);
        Scalar loss = lossOf(output);
        Derivatives derivatives = tape.DerivativesOf(loss);
        return new ReferencePass
        {
            Output = Values(output),
            Loss = loss.Value,
            Gradients = new(variables.Select(variable => KeyValuePair.Create(variable.Key, derivatives.By(variable.Value)))),
            InputGradient = derivatives.By(x),
            Running = normalization.Running,
            SmallestVariance = normalization.SmallestVariance,
            KinkDistance = forward.KinkDistance,
        };
    }

    /// <summary>The loss of a batch in training mode, without gradients.</summary>
    public double Loss(double[][] input, double[][] target, string lossKind)
    {
        Tape tape = new();
        OrderedDictionary<string, Scalar[]> variables = OnTape(tape);
        ReferenceForward forward = new(architecture, variables, new ReferenceNormalization(variables));
        return ReferenceLoss.Of(lossKind, forward.Run([.. input.Select(tape.Variables)]), target).Value;
    }

    /// <summary>The outputs in inference mode, with the running statistics of batch norm by name.</summary>
    public double[][] Predict(double[][] input, IReadOnlyDictionary<string, double[]> running)
    {
        Tape tape = new();
        OrderedDictionary<string, Scalar[]> variables = OnTape(tape);
        ReferenceForward forward = new(architecture, variables, new ReferenceNormalization(variables, running));
        return Values(forward.Run([.. input.Select(tape.Variables)]));
    }

    private static double[] Checked(ParameterShape shape, IReadOnlyDictionary<string, double[]> parameters)
    {
        double[]? values = parameters.GetValueOrDefault(shape.Name);
        return values?.Length == shape.Count
            ? values
            : throw new ArgumentException($"'{shape.Name}' needs {shape.Count} values, not {values?.Length ?? 0}.");
    }

    private OrderedDictionary<string, Scalar[]> OnTape(Tape tape) =>
        new(Parameters.Select(parameter => KeyValuePair.Create(parameter.Key, tape.Variables(parameter.Value))));

    private static double[][] Values(Scalar[][] batch) =>
        [.. batch.Select(sample => sample.Select(scalar => scalar.Value).ToArray())];
}
