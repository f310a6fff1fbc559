using System.Text;
using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Kernels;
using ResNet.Tests.Networks.Files;

namespace ResNet.Tests.Training;

/// <summary>What is no checkpoint of this fit is refused, and nothing has changed.</summary>
public sealed class ResumeRefusalTests : IDisposable
{
    private static readonly Setup setup = new();

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Without_checkpoints_in_the_options_there_is_nothing_to_resume() =>
        new Trainer(setup.Network(), setup.With(null)).Invoking(trainer => trainer.Resume(setup.Training)).Should()
            .Throw<InvalidOperationException>()
            .WithMessage("Resume needs TrainerOptions.Checkpoints, which say where the checkpoints are.");

    [Fact]
    public void Arguments_are_refused_as_a_fit_refuses_them()
    {
        var trainer = new Trainer(setup.Network(), setup.With(Checkpoints));
        trainer.Invoking(trainer => trainer.Resume(null!)).Should().Throw<ArgumentNullException>();
        trainer.Invoking(trainer => trainer.Resume(Setup.ForTargets(5, seed: 1))).Should().Throw<ArgumentException>();
        Directory.GetFiles(folder).Should().BeEmpty("it has not begun");
    }

    [Fact]
    public void A_mismatch_says_what_differs()
    {
        Cancelled();
        Refused(setup with { With = checkpoints => new() { BatchSize = 16, Epochs = 3, Checkpoints = checkpoints } })
            .WithMessage("*checkpoint-000002.safetensors': The checkpoint is of another fit: with batch size '8', but here it is '16'.");
        Refused(setup with { With = checkpoints => new() { BatchSize = 8, Epochs = 4, Checkpoints = checkpoints } }).WithMessage(
            "*with number of epochs '3', but here it is '4'. To train on after the end of a fit, resume it with its own number " +
            "of epochs, then call Fit on the same trainer.");
        Refused(setup with
        {
            With = checkpoints =>
            new() { BatchSize = 8, Epochs = 3, Checkpoints = checkpoints, Optimizer = new Sgd(0.5f) }
        })
            .WithMessage(
                "*with optimizer 'AdamW, learning rate 0.001, β 0.9, 0.999, ε 1E-08, weight decay 0.01 of weights only', " +
                "but here it is 'SGD, learning rate 0.5, *'.");
        Refused(setup with { Training = Setup.ForClasses(Setup.Samples, seed: 7) })
            .WithMessage("*with training data '22 samples of 4 features and 3 classes, *', but here it is '22 samples*'.");
        Refused(setup with { Validation = Setup.ForClasses(5, seed: 2) })
            .WithMessage("*with validation data 'none', but here it is '5 samples*'.");
        Refused(setup with { Seed = 4 }).WithMessage("*with starting weights '*', but here it is '*'.");
        Refused(setup with { Blocks = builder => builder.AddLayer(6).AddResidualBlocks(3) })
            .WithMessage("*with architecture '6 layers, *', but here it is '8 layers, *'.");
        Refused(setup with { Prepare = network => network.Freeze(1) }).WithMessage("*with frozen blocks '0', but here it is '1'.");
        Refused(setup with
        {
            With = checkpoints =>
            new() { BatchSize = 8, Epochs = 3, Checkpoints = checkpoints, Schedule = new Halving() }
        })
            .WithMessage("*with schedule 'one cycle from 0.04 *', but here it is 'ResNet.Tests.Training.ResumeRefusalTests+Halving'.");
    }

    [Fact]
    public void A_trainer_that_was_refused_resumes_once_its_network_is_the_right_one()
    {
        Cancelled();
        Network network = (setup with { Seed = 4 }).Network();
        var trainer = new Trainer(network, setup.With(Checkpoints));
        trainer.Invoking(trainer => trainer.Resume(setup.Training)).Should().Throw<InvalidDataException>();
        network.LoadWeights(new MemoryStream(NetworkBytes.Of(setup.Network())));
        trainer.Resume(setup.Training).StopReason.Should().Be(StopReason.Completed);
    }

    [Fact]
    public void A_broken_file_is_named_and_the_one_before_takes_over_once_it_is_gone()
    {
        Cancelled();
        string newest = Directory.GetFiles(folder).Max()!;
        byte[] whole = File.ReadAllBytes(newest);
        foreach (int length in new[] { 0, 5, 100, whole.Length / 2, whole.Length - 1 })
        {
            File.WriteAllBytes(newest, whole[..length]);
            Refused(setup).WithMessage($"'{newest}': *cut off*");
        }

        setup.Network().Save(newest);
        Refused(setup).WithMessage($"'{newest}': The file is no checkpoint of version 2.");
        File.Delete(newest);
        new Trainer(setup.Network(), setup.With(Checkpoints)).Resume(setup.Training).Epochs.Should().HaveCount(3);
    }

    [Theory]
    [InlineData("\\\"batch\\\":1", "\\\"batch\\\":3", "The checkpoint has a position, *")]
    [InlineData("\\\"batch\\\":1", "\\\"batch\\\":-1", "The checkpoint has a position, *")]
    [InlineData("\\\"batch\\\":1", "\\\"batch\\\":0", "The file has 'epoch.outputs', but the network does not.")]
    [InlineData("\\\"epoch\\\":2,\\\"batch\\\"", "\\\"epoch\\\":0,\\\"batch\\\"", "The checkpoint has a position, *")]
    [InlineData("\\\"epoch\\\":2,\\\"batch\\\"", "\\\"epoch\\\":3,\\\"batch\\\"", "The checkpoint has a position, *")]
    [InlineData("\\\"epoch\\\":2,\\\"batch\\\"", "\\\"epoch\\\":2147483647,\\\"batch\\\"", "The checkpoint has a position, *")]
    [InlineData("\\\"optimizer_steps\\\":4", "\\\"optimizer_steps\\\":-4", "The checkpoint has a position, *")]
    [InlineData("\\\"optimizer_steps\\\":4", "\\\"optimizer_steps\\\":2147483647", "The checkpoint has a position, *")]
    [InlineData("\\\"wrong\\\":", "\\\"wrong\\\":9", "The checkpoint has a position, *")]
    [InlineData("\\\"epochs_before\\\":0", "\\\"epochs_before\\\":-1", "The checkpoint has a position, *")]
    [InlineData("\\\"loss\\\":", "\\\"loss\\\":\\\"NaN\\\",\\\"losses\\\":", "The description of the fit is not as it should be: *")]
    [InlineData("\\\"wrong\\\":", "\\\"wrong\\\":-", "The *")]
    [InlineData("\\\"spent\\\":\\\"", "\\\"spent\\\":\\\"-", "The *")]
    [InlineData("\\\"spent\\\":\\\"", "\\\"spent\\\":\\\"99999.", "The *")]
    [InlineData("\\\"spent\\\":", "\\\"spend\\\":", "The description of the fit is not as it should be: *")]
    [InlineData("\\\"epochs\\\":[{\\\"epoch\\\":1", "\\\"epochs\\\":[{\\\"epoch\\\":2",
        "The checkpoint's history is not as it should be at epoch 1.")]
    [InlineData("\\\"epochs\\\":[", "\\\"epochs\\\":[null,", "The checkpoint has a position, *")]
    [InlineData("{\\\"accuracy\\\":", "{\\\"precision\\\":", "The checkpoint's history is not as it should be at epoch 1.")]
    [InlineData("\\\"validation\\\":null", "\\\"validation\\\":{\\\"loss\\\":1,\\\"error_rate\\\":null}",
        "The checkpoint's history is not as it should be at epoch 1.")]
    [InlineData("\\\"seed\\\":\\\"0\\\"", "\\\"seed\\\":null", "The checkpoint is of another fit: with seed '', but here it is '0'.")]
    [InlineData("\\\"seed\\\":\\\"0\\\",", "", "The checkpoint is of another fit: with seed '', but here it is '0'.")]
    [InlineData("checkpoint_version\":\"2\"", "checkpoint_version\":\"1\"", "The file is no checkpoint of version 2.")]
    [InlineData("\"fit\":", "\"fits\":", "The description of the fit is not as it should be: *")]
    [InlineData("\"optimizer.second.output.bias\"", "\"optimizer.third.output.bias\"",
        "The network's 'optimizer.second.output.bias' is not in the file.")]
    [InlineData("\"last_epoch.output.bias\"", "\"output.bias\"", "The network's 'last_epoch.output.bias' is not in the file.")]
    public void A_wrong_description_is_refused(string old, string replacement, string message)
    {
        Setup measured =
            setup with
            {
                With = checkpoints =>
            new() { BatchSize = 8, Epochs = 3, Checkpoints = checkpoints, Metrics = [Metric.Accuracy] }
            };
        Refused(measured, NetworkBytes.Replace(Bytes(measured), old, replacement), message);
    }

    [Fact]
    public void A_history_without_metrics_is_refused() => Refused(
        setup, NetworkBytes.Replace(Bytes(setup), ",\\\"metrics\\\":{}", ""),
        "The checkpoint's history is not as it should be at epoch 1.");

    [Theory]
    [InlineData("network.output.bias")]
    [InlineData("last_epoch.output.bias")]
    [InlineData("best_epoch.output.bias")]
    public void Weights_that_are_not_finite_are_refused(string name)
    {
        Setup stopping =
            setup with
            {
                With = checkpoints =>
            new() { BatchSize = 8, Epochs = 3, Checkpoints = checkpoints, EarlyStopping = new EarlyStopping() }
            };
        byte[] file = Bytes(stopping);
        string header = NetworkBytes.HeaderOf(file), before = $"\"{name}\":{{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[";
        int start = header.IndexOf(before, StringComparison.Ordinal) + before.Length;
        int offset = int.Parse(header[start..header.IndexOf(',', start)], System.Globalization.CultureInfo.InvariantCulture);
        NetworkBytes.Floats(float.NaN).CopyTo(file, 8 + Encoding.UTF8.GetByteCount(header) + offset);
        Refused(stopping, file, $"'{name}' holds a value that is not finite.");
    }

    private Checkpoints Checkpoints => new(folder) { Every = TimeSpan.FromDays(1) };

    /// <summary>A fit that leaves two checkpoints, of its start and of the first step in the second epoch.</summary>
    private void Cancelled() => Cancelled(setup);

    private void Cancelled(Setup setup)
    {
        using CancellationTokenSource source = new();
        var progress = new Reports<TrainingProgress>(report =>
        {
            if (report is { Epoch: 2, Batch: 1 }) source.Cancel();
        });
        new Trainer(setup.Network(), setup.With(Checkpoints)).Fit(setup.Training, setup.Validation, progress, source.Token);
    }

    private byte[] Bytes(Setup setup)
    {
        Cancelled(setup);
        return File.ReadAllBytes(Directory.GetFiles(folder).Max()!);
    }

    private FluentAssertions.Specialized.ExceptionAssertions<InvalidDataException> Refused(Setup other)
    {
        Network network = other.Network();
        int[] before = Bits.Of(network);
        var refused = new Trainer(network, other.With(Checkpoints)).Invoking(trainer => trainer.Resume(other.Training, other.Validation))
            .Should().Throw<InvalidDataException>();
        Bits.Of(network).Should().Equal(before);
        return refused;
    }

    private static void Refused(Setup setup, byte[] file, string message)
    {
        Network network = setup.Network();
        int[] before = Bits.Of(network);
        TrainingLoops.Of(network, setup.With(null), setup.Training, setup.Validation).Invoking(loop => loop.Resume(new MemoryStream(file)))
            .Should().Throw<InvalidDataException>().WithMessage(message);
        Bits.Of(network).Should().Equal(before);
    }

    private sealed class Halving : Schedule
    {
        public override double Factor(in TrainingTime time) => Math.Pow(0.5, time.Epoch);
    }
}
