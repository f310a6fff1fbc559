using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Layers;
using ResNet.Tests.Networks.Files;
using ResNet.Tests.Training;

namespace ResNet.Tests.Parts;

/// <summary>A network's stages tell of standardization, and of nothing that training changes.</summary>
public class StagesTests
{
    [Fact]
    public void Training_changes_no_part()
    {
        Network network = Build(outputs: 2);
        network.Standardize(HalvesData.Of(40));
        Stage[] before = [.. network.Parts];
        new Trainer(network, new TrainerOptions { Epochs = 2, BatchSize = 8 }).Fit(HalvesData.Of(40));
        network.Parts.Should().Equal(before);
        Build(outputs: 2).Parts.Should().Equal(before[1..], "what was learned stands elsewhere");
    }

    [Fact]
    public void Standardized_inputs_are_a_stage_before_all_others()
    {
        Network network = Build(outputs: 2);
        Stage[] before = [.. network.Parts];
        network.Standardize(HalvesData.Of(40));
        network.Parts.Skip(1).Should().Equal(before, "classes stay as they are");
        network.Parts[0].Name.Should().Be("inputs");
        StandardizationPart part = network.Parts[0].Parts.Should().ContainSingle().Which.Should().BeOfType<StandardizationPart>().Subject;
        part.Undoes.Should().BeFalse();
        part.Standardization.Should().BeSameAs(network.InputStandardization);
    }

    [Fact]
    public void Standardized_targets_are_a_stage_behind_all_others()
    {
        Network network = Build(outputs: 1);
        Stage[] before = [.. network.Parts];
        network.Standardize(Regression);
        network.Parts.Select(stage => stage.Name).Should().Equal(["inputs", .. before.Select(stage => stage.Name), "outputs"]);
        StandardizationPart part = network.Parts[^1].Parts.Should().ContainSingle().Which.Should().BeOfType<StandardizationPart>().Subject;
        part.Undoes.Should().BeTrue();
        part.Standardization.Should().BeSameAs(network.TargetStandardization);

        network.Standardize(Regression);
        network.Parts.Should().HaveCount(before.Length + 2, "they are there once");
        network.WithOutput(1).Parts.Select(stage => stage.Name).Should().NotContain("outputs").And.Contain("inputs");
    }

    [Fact]
    public void Standardized_targets_alone_are_a_stage_too()
    {
        Network network = Build(outputs: 1);
        network.StandardizeTargets(Regression);
        network.Parts.Select(stage => stage.Name).Should().NotContain("inputs").And.EndWith("outputs");
    }

    [Fact]
    public void A_copy_and_a_loaded_network_have_equal_parts()
    {
        foreach (Network network in AllNetworks.Drawn)
        {
            foreach (Network copy in (Network[])[network.Clone(), NetworkBytes.Load(NetworkBytes.Of(network))])
            {
                copy.Parts.Should().Equal(network.Parts);
                copy.Parts.Select(stage => stage.GetHashCode()).Should().Equal(network.Parts.Select(stage => stage.GetHashCode()));
            }
        }
    }

    [Fact]
    public void Standardizations_of_other_data_are_other_parts()
    {
        Network network = Build(outputs: 1), other = Build(outputs: 1);
        network.Standardize(Regression);
        other.Standardize(Dataset.ForRegression(NormalBatch.Of(3, 9, seed: 3), NormalBatch.Of(1, 9, seed: 2)));
        other.Parts[0].Should().NotBe(network.Parts[0]);
        other.Parts[^1].Should().Be(network.Parts[^1]);
    }

    private static Dataset Regression => Dataset.ForRegression(NormalBatch.Of(3, 9), NormalBatch.Of(1, 9, seed: 2));

    private static Network Build(int outputs) => Network.Create(3).WithNormalization(Normalization.Batch).WithDropout(0.1f)
        .AddLayer(4).AddResidualBlock(4, block => block.WithBranchFactor(BranchFactor.Learned)).AddOutput(outputs).Build(seed: 5);
}
