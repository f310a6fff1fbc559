using System.Text;

namespace ResNet.Tests.Training;

/// <summary>Which checkpoints are on disk.</summary>
public sealed class CheckpointFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(1, "checkpoint-000005")]
    [InlineData(2, "checkpoint-000004, checkpoint-000005")]
    [InlineData(7, "checkpoint-000001, checkpoint-000002, checkpoint-000003, checkpoint-000004, checkpoint-000005")]
    public void The_newest_are_kept(int keep, string expected)
    {
        var checkpoints = new CheckpointFolder(new Checkpoints(folder) { Keep = keep });
        for (int i = 1; i <= 5; i++) Write(checkpoints, $"{i}");
        Names.Should().Equal(expected.Split(", ").Select(name => $"{name}.safetensors"));
        File.ReadAllText(checkpoints.Newest!).Should().Be("5");
    }

    [Fact]
    public void Numbers_go_on_where_others_have_left_off_and_beyond_a_million()
    {
        Directory.CreateDirectory(folder);
        foreach (string name in new[] { "checkpoint-000007", "checkpoint-999999" })
        {
            File.WriteAllText(Path.Combine(folder, $"{name}.safetensors"), "");
        }
        var checkpoints = new CheckpointFolder(new Checkpoints(folder));
        Path.GetFileName(checkpoints.Newest).Should().Be("checkpoint-999999.safetensors");
        Write(checkpoints, "new");
        Names.Should().BeEquivalentTo("checkpoint-999999.safetensors", "checkpoint-1000000.safetensors");
        File.ReadAllText(new CheckpointFolder(new Checkpoints(folder)).Newest!).Should().Be("new");
    }

    [Fact]
    public void A_folder_is_made_and_has_none_at_first()
    {
        string deep = Path.Combine(folder, "a", "b");
        new CheckpointFolder(new Checkpoints(deep)).Newest.Should().BeNull();
        Directory.Exists(deep).Should().BeTrue();
    }

    [Fact]
    public void What_killed_writes_have_left_goes_and_nothing_else()
    {
        string[] others =
            ["checkpoint-7.safetensors", "checkpoint-.safetensors", "checkpoint-x.safetensors", "checkpoint-0000001.safetensors",
            "notes.tmp", ".x.tmp"];
        foreach (string name in (string[])[".checkpoint-000003.safetensors.abcdefgh.xyz.tmp", .. others])
        {
            File.WriteAllText(Path.Combine(folder, name), "");
        }
        var checkpoints = new CheckpointFolder(new Checkpoints(folder) { Keep = 1 });
        Names.Should().BeEquivalentTo(others);
        checkpoints.Newest.Should().BeNull("none of these is a checkpoint");
        Write(checkpoints, "1");
        Write(checkpoints, "2");
        Names.Should().BeEquivalentTo([.. others, "checkpoint-000002.safetensors"]);
    }

    [Fact]
    public void A_write_that_fails_leaves_the_others()
    {
        var checkpoints = new CheckpointFolder(new Checkpoints(folder) { Keep = 1 });
        Write(checkpoints, "1");
        checkpoints.Invoking(checkpoints => checkpoints.Write(_ => throw new IOException("disk full"))).Should().Throw<IOException>();
        Names.Should().Equal("checkpoint-000001.safetensors");
        File.ReadAllText(checkpoints.Newest!).Should().Be("1");
    }

    [Fact]
    public void What_is_left_of_a_real_write_is_found()
    {
        string? left = null;
        AtomicFile.Write(Path.Combine(folder, "checkpoint-000001.safetensors"), _ => left = Directory.GetFiles(folder).Single());
        File.WriteAllText(left!, "as if killed");
        new CheckpointFolder(new Checkpoints(folder)).Newest.Should().NotBeNull();
        Names.Should().Equal("checkpoint-000001.safetensors");
    }

    [Fact]
    public void Checkpoints_are_due_by_steps_or_by_time_whichever_is_first()
    {
        DueAfter(new Checkpoints(folder) { EverySteps = 2, Every = null }, steps: 1).Should().BeFalse();
        DueAfter(new Checkpoints(folder) { EverySteps = 2, Every = null }, steps: 2).Should().BeTrue();
        DueAfter(new Checkpoints(folder) { Every = TimeSpan.FromTicks(1) }, steps: 1).Should().BeTrue();
        DueAfter(new Checkpoints(folder) { Every = TimeSpan.FromTicks(1) }, steps: 0).Should().BeFalse("nothing has changed");
        DueAfter(new Checkpoints(folder) { EverySteps = 9, Every = TimeSpan.FromTicks(1) }, steps: 1).Should().BeTrue();
        DueAfter(new Checkpoints(folder) { EverySteps = 1, Every = TimeSpan.FromDays(1) }, steps: 1).Should().BeTrue();
        DueAfter(new Checkpoints(folder) { Every = TimeSpan.FromDays(1) }, steps: 1000).Should().BeFalse();
        DueAfter(new Checkpoints(folder) { Every = null }, steps: 1000).Should().BeFalse();
    }

    [Fact]
    public void A_checkpoint_that_is_written_starts_the_count_anew()
    {
        var checkpoints = new CheckpointFolder(new Checkpoints(folder) { EverySteps = 1 });
        checkpoints.CountStep();
        (checkpoints.IsBehind, checkpoints.IsDue).Should().Be((true, true));
        Write(checkpoints, "");
        (checkpoints.IsBehind, checkpoints.IsDue).Should().Be((false, false));
    }

    [Fact]
    public void Settings_that_make_no_sense_are_refused()
    {
        FluentActions.Invoking(() => new Checkpoints("")).Should().Throw<ArgumentException>().WithMessage("Checkpoints need a folder.*");
        FluentActions.Invoking(() => new Checkpoints(null!)).Should().Throw<ArgumentException>().WithMessage("Checkpoints need a folder.*");
        FluentActions.Invoking(() => new Checkpoints("a") { EverySteps = 0 }).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("EverySteps must be at least 1.*");
        FluentActions.Invoking(() => new Checkpoints("a") { Every = TimeSpan.Zero }).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("The time between two checkpoints must be positive.*");
        FluentActions.Invoking(() => new Checkpoints("a") { Keep = 0 }).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("Keep must be at least 1.*");
        var defaults = new Checkpoints("a");
        (defaults.Folder, defaults.EverySteps, defaults.Every, defaults.Keep).Should().Be(("a", null, TimeSpan.FromMinutes(10), 2));
    }

    private IEnumerable<string?> Names => Directory.GetFiles(folder).Select(Path.GetFileName).Order();

    private static void Write(CheckpointFolder checkpoints, string text) =>
        checkpoints.Write(stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    private static bool DueAfter(Checkpoints settings, int steps)
    {
        var checkpoints = new CheckpointFolder(settings);
        for (int i = 0; i < steps; i++) checkpoints.CountStep();
        Thread.Sleep(1);
        return checkpoints.IsDue;
    }
}
