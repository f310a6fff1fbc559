using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Kernels;

namespace ResNet.Tests.Networks;

/// <summary>Features that are categories' codes, and the vectors learned for them.</summary>
public class EmbeddingTests
{
    /// <summary>Features: a code of 3 categories, a number, a code of 2 categories.</summary>
    private static readonly Matrix<float> input = Matrix<float>.Build.DenseOfArray(new float[,]
    {
        { 2, 0, 2, 1 },
        { 0.5f, -1, 2, 0.25f },
        { 1, 1, 0, 0 },
    });

    [Fact]
    public void The_other_features_go_first_and_each_code_becomes_its_vector()
    {
        Network network = Identity();
        Matrix<float> first = ValueOf(network, "embeddings.0.weight"), second = ValueOf(network, "embeddings.1.weight");

        Matrix<float> output = network.Predict(input);
        for (int j = 0; j < input.ColumnCount; j++)
        {
            output.Column(j).Should().Equal(
                [input[1, j], .. first.Column((int)input[0, j]), .. second.Column((int)input[2, j])]);
        }
    }

    [Fact]
    public void A_categorys_gradient_is_the_sum_over_its_samples()
    {
        Network network = Identity();
        Matrix<float> d = Matrix<float>.Build.Dense(4, 4, (i, j) => 10 * i + j);
        Matrix<float> ofInput = network.Forward(input).Backward(d);

        GradientOf(network, "embeddings.0.weight").Should()
            .Be(Matrix<float>.Build.DenseOfArray(new float[,] { { 11, 13, 10 + 12 }, { 21, 23, 20 + 22 } }));
        GradientOf(network, "embeddings.1.weight").Should().Be(Matrix<float>.Build.DenseOfArray(new float[,] { { 32 + 33, 30 + 31 } }));
        ofInput.Should().Be(Matrix<float>.Build.DenseOfArray(new float[,] { { 0, 0, 0, 0 }, { 0, 1, 2, 3 }, { 0, 0, 0, 0 } }));
    }

    [Fact]
    public void Vectors_that_no_sample_asks_for_stay_and_the_others_learn_the_same_bits_on_any_number_of_threads()
    {
        Dataset data = Dataset.ForRegression(
            Matrix<float>.Build.Dense(3, 64, (i, j) => i == 1 ? j / 64f : i == 0 ? j % 2 : j % 2),
            Matrix<float>.Build.Dense(1, 64, (_, j) => j % 2));
        int[][] bits = [.. new[] { 1, 4 }.Select(threads =>
        {
            Network network = Build().AddLayer(8).AddOutput(1).Build(seed: 2);
            float[] unasked = ValueOf(network, "embeddings.0.weight").Column(2).ToArray(),
                asked = ValueOf(network, "embeddings.0.weight").Column(1).ToArray();
            new Trainer(network, new TrainerOptions
            {
                Loss = Loss.MeanSquaredError, Optimizer = new Sgd(0.01f), BatchSize = 32, Epochs = 5, Threads = threads,
            }).Fit(data);
            ValueOf(network, "embeddings.0.weight").Column(2).Should().Equal(unasked);
            ValueOf(network, "embeddings.0.weight").Column(1).Should().NotEqual(asked);
            return Bits.Of(network);
        })];
        bits[1].Should().Equal(bits[0]);
    }

    [Fact]
    public void Scaling_leaves_codes_alone_and_a_clone_has_the_vectors()
    {
        Network network = Build().AddLayer(8).AddOutput(1).Build(seed: 2);
        network.Standardize(Dataset.ForRegression(input, Matrix<float>.Build.Random(1, 4, 3)));
        network.InputStandardization!.Means.Should().Equal(0, (0.5f - 1 + 2 + 0.25f) / 4, 0);
        Bits.Of(network.Clone().Predict(input)).Should().Equal(Bits.Of(network.Predict(input)));
        network.ToString().Should().Contain("embeddings");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    [InlineData(0.5f)]
    public void What_is_no_code_is_refused(float code)
    {
        Matrix<float> wrong = input.Clone();
        wrong[0, 1] = code;
        Identity().Invoking(network => network.Predict(wrong)).Should().Throw<ArgumentException>()
            .WithMessage(FormattableString.Invariant($"embeddings.0 expects a code from 0 to 2 in feature 0, but a sample has {code}."));
    }

    [Fact]
    public void Wrong_embeddings_are_refused()
    {
        foreach (Embedding wrong in new[] { new Embedding(3, 2, 2), new Embedding(-1, 2, 2), new Embedding(0, 0, 2),
            new Embedding(0, 2, 0) })
        {
            FluentActions.Invoking(() => Network.Create(3).AddEmbeddings(wrong)).Should().Throw<ArgumentException>();
        }

        FluentActions.Invoking(() => Network.Create(3).AddEmbeddings(new Embedding(0, 2, 2), new Embedding(0, 3, 2))).Should()
            .Throw<ArgumentException>();
        FluentActions.Invoking(() => Network.Create(3).AddLayer(2).AddEmbeddings(new Embedding(0, 2, 2))).Should()
            .Throw<InvalidOperationException>();
    }

    private static NetworkBuilder Build() => Network.Create(3).AddEmbeddings(new Embedding(0, 3, 2), new Embedding(2, 2, 1));

    /// <summary>The output layer hands on what it gets.</summary>
    private static Network Identity()
    {
        Network network = Build().AddOutput(4).Build(seed: 1);
        Matrix<float>.Build.DenseIdentity(4).CopyTo(ValueOf(network, "output.weight"));
        return network;
    }

    private static Matrix<float> ValueOf(Network network, string name) =>
        network.Parameters.Single(parameter => parameter.Name == name).Value;

    private static Matrix<float> GradientOf(Network network, string name) =>
        network.Parameters.Single(parameter => parameter.Name == name).Gradient;
}
