using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Reference;

namespace ResNet.Tests.Networks;

/// <summary>The thirteen networks that libtorch computed in double precision.</summary>
public class GoldenTests
{
    private static readonly Dictionary<string, GoldenNetwork> files = GoldenNetwork.All.ToDictionary(name => name, GoldenNetwork.Load);

    public static TheoryData<string> Names => [.. GoldenNetwork.All];

    public static TheoryData<string, int> Trainings
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (string name in GoldenNetwork.All)
            {
                for (int i = 0; i < 7; i++) data.Add(name, i);
            }

            return data;
        }
    }

    [Fact]
    public void All_thirteen_networks_are_here() => files.Should().HaveCount(13);

    [Theory]
    [MemberData(nameof(Names))]
    public void One_pass_gives_the_reference_output_and_gradients(string name)
    {
        GoldenNetwork golden = files[name];
        Network network = ArchitectureNetwork.Build(golden);
        ForwardPass pass = network.Forward(Columns(golden.Input));
        ShouldBeNear(RowMajor(pass.Output.Transpose()), Flat(golden.TrainOutput), "output");

        Matrix<float> inputGradient = pass.Backward(LossGradient(golden, pass.Output, out double loss));
        loss.Should().BeApproximately(golden.Loss, 1e-5 * Math.Max(0.1, golden.Loss));
        ShouldBeNear(RowMajor(inputGradient.Transpose()), Flat(golden.InputGradient), "input gradient");
        foreach (Parameter parameter in network.Parameters)
        {
            ShouldBeNear(RowMajor(parameter.Gradient), golden.Gradients[parameter.Name].Values, parameter.Name);
        }

        if (golden.Running is null) return;
        Dictionary<string, float[]> running = network.Running().ToDictionary();
        running.Keys.Should().BeEquivalentTo(golden.Running.Keys);
        foreach ((string key, float[] values) in running) ShouldBeNear(values, golden.Running[key].Values, key);
        ShouldBeNear(RowMajor(network.Predict(Columns(golden.Input)).Transpose()), Flat(golden.InferenceOutput!), "inference output");
    }

    [Theory]
    [MemberData(nameof(Trainings))]
    public void Ten_steps_give_the_reference_losses_and_parameters(string name, int setting)
    {
        GoldenNetwork golden = files[name];
        GoldenTraining training = golden.Training[setting];
        Network network = ArchitectureNetwork.Build(golden);
        var trainer = new Trainer(network, new TrainerOptions
        {
            Schedule = Schedule.Constant,
            Loss = ArchitectureNetwork.LossOf(golden.LossKind),
            Optimizer = OptimizerOf(training.Optimizer),
            ClipNorm = (float?)training.Optimizer.ClipNorm,
            BatchSize = golden.Input.Length,
            Epochs = 10,
        });
        TrainingHistory history = trainer.Fit(DataOf(golden));

        double tolerance = 2e-5 * Math.Max(1, training.Losses.Max(Math.Abs));
        for (int i = 0; i < 10; i++) history.Epochs[i].Loss.Should().BeApproximately(training.Losses[i], tolerance, $"step {i}");
        foreach (Parameter parameter in network.Parameters)
        {
            double[] expected = training.ParametersAfter[parameter.Name].Values;
            ShouldBeWithin(RowMajor(parameter.Value), expected, 2e-5 * Math.Max(1, expected.Max(Math.Abs)), parameter.Name);
        }
    }

    private static Dataset DataOf(GoldenNetwork golden) => golden.LossKind == "softmax_cross_entropy"
        ? Dataset.ForClassification(Columns(golden.Input), golden.Labels, golden.Outputs)
        : Dataset.ForRegression(Columns(golden.Input), Columns(golden.Targets));

    private static Matrix<float> LossGradient(GoldenNetwork golden, Matrix<float> output, out double loss)
    {
        var ofBatch = MeanLoss.Of(ArchitectureNetwork.LossOf(golden.LossKind), DataOf(golden), output);
        loss = ofBatch.Value;
        return ofBatch.Gradient;
    }

    private static Optimizer OptimizerOf(GoldenOptimizer golden) => golden.Kind switch
    {
        "sgd" => new Sgd((float)golden.LearningRate)
        {
            Momentum = (float)golden.Momentum, Nesterov = golden.Nesterov, WeightDecay = (float)golden.WeightDecay,
        },
        "adam" => new Adam((float)golden.LearningRate)
        {
            Beta1 = (float)golden.Beta1, Beta2 = (float)golden.Beta2, Epsilon = (float)golden.Epsilon,
            WeightDecay = (float)golden.WeightDecay,
        },
        _ => new AdamW((float)golden.LearningRate)
        {
            Beta1 = (float)golden.Beta1, Beta2 = (float)golden.Beta2, Epsilon = (float)golden.Epsilon,
            WeightDecay = (float)golden.WeightDecay,
        },
    };

    internal static Matrix<float> Columns(double[][] rows) =>
        Matrix<float>.Build.Dense(rows[0].Length, rows.Length, (i, j) => (float)rows[j][i]);

    private static float[] RowMajor(Matrix<float> matrix) => matrix.ToRowMajorArray();

    private static double[] Flat(double[][] rows) => [.. rows.SelectMany(row => row)];

    private static void ShouldBeNear(float[] actual, double[] expected, string what) =>
        ShouldBeWithin(actual, expected, 1e-5 * Math.Max(0.1, expected.Max(Math.Abs)), what);

    private static void ShouldBeWithin(float[] actual, double[] expected, double tolerance, string what)
    {
        actual.Should().HaveSameCount(expected, what);
        for (int i = 0; i < actual.Length; i++)
        {
            Math.Abs(actual[i] - expected[i]).Should().BeLessThanOrEqualTo(tolerance, "{0}[{1}] should be {2}", what, i, expected[i]);
        }
    }
}
