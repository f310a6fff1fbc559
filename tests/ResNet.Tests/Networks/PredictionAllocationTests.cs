using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Blocks;
using ResNet.Tests.Layers;

namespace ResNet.Tests.Networks;

/// <summary>A prediction into a given matrix allocates nothing, on any thread, once the first one has made its plan.</summary>
[Collection(RunsAlone.Name)]
public class PredictionAllocationTests
{
    private const int Inputs = 20;
    private const int Outputs = 3;

    [Theory]
    [MemberData(nameof(BlockForms.All), MemberType = typeof(BlockForms))]
    public void A_prediction_of_one_sample_or_many_allocates_nothing(BlockOrder order, Normalization normalization)
    {
        foreach (int width in new[] { 30, 420 })
        {
            Network network = Network.Create(Inputs).WithOrder(order).WithNormalization(normalization)
                .AddLayer(width).AddResidualBlocks(2).AddOutput(Outputs).Build();
            foreach (int samples in new[] { 1, 300 })
            {
                Matrix<float> input = NormalBatch.Of(Inputs, samples), output = Matrix<float>.Build.Dense(Outputs, samples);
                AllocatedBytes.By(() => network.Predict(input, output)).Should().Be(0, "{0} samples of width {1}", samples, width);
            }
        }
    }

    [Fact]
    public void Nor_does_it_where_one_sample_and_many_take_turns()
    {
        Network network = Network.Create(Inputs).AddLayer(420).AddResidualBlocks(2).AddOutput(Outputs).Build();
        Matrix<float> one = NormalBatch.Of(Inputs, 1), many = NormalBatch.Of(Inputs, 300);
        Matrix<float> ofOne = Matrix<float>.Build.Dense(Outputs, 1), ofMany = Matrix<float>.Build.Dense(Outputs, 300);
        AllocatedBytes.By(() =>
        {
            network.Predict(one, ofOne);
            network.Predict(many, ofMany);
        }).Should().Be(0);
    }
}
