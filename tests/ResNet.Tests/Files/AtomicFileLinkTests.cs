using ResNet.Onnx;
using ResNet.Tabular;
using ResNet.Tests.Tabular.Models;

namespace ResNet.Tests.Files;

/// <summary>What is written through a symbolic link goes where the link leads, and the link stays.</summary>
public sealed class AtomicFileLinkTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("target", "")]
    [InlineData("target", "as it was before")]
    [InlineData("/target", "as it was before")]
    [InlineData("./sub/../target", "as it was before")]
    public void The_target_is_replaced_and_the_link_stays(string leadsTo, string old)
    {
        Directory.CreateDirectory(In("sub"));
        File.WriteAllText(In("target"), old);
        Link("link", leadsTo.StartsWith('/') ? folder + leadsTo : leadsTo);
        Write("link");
        ShouldBeWritten("target", "link");
        Directory.GetFileSystemEntries(folder).Should().HaveCount(3, "no temporary is left");
    }

    [Fact]
    public void A_chain_of_links_is_followed_to_its_end()
    {
        Directory.CreateDirectory(In("models"));
        File.WriteAllText(In("models/target"), "as it was before");
        Link("first", "second");
        Link("second", In("third"));
        Link("third", "models/target");
        Write("first");
        ShouldBeWritten("models/target", "first", "second", "third");
    }

    [Fact]
    public void A_link_that_leads_to_no_file_yet_makes_it()
    {
        Directory.CreateDirectory(In("models"));
        Link("link", "models/target");
        Write("link");
        ShouldBeWritten("models/target", "link");
        Directory.GetFileSystemEntries(In("models")).Should().ContainSingle();
    }

    [Fact]
    public void A_relative_link_starts_where_its_folder_really_is()
    {
        // models is elsewhere/models, so that ../target is elsewhere/target
        Directory.CreateDirectory(In("elsewhere/models"));
        File.WriteAllText(In("elsewhere/target"), "as it was before");
        Link("models", "elsewhere/models");
        Link("elsewhere/models/link", "../target");
        Write("models/link");
        ShouldBeWritten("elsewhere/target", "models", "models/link");
        File.Exists(In("target")).Should().BeFalse();
    }

    [Fact]
    public void A_folder_that_is_a_link_is_written_into()
    {
        Directory.CreateDirectory(In("elsewhere"));
        Link("models", "elsewhere");
        Write("models/target");
        ShouldBeWritten("elsewhere/target", "models");
    }

    [Theory]
    [InlineData("circle")]
    [InlineData("other")]
    public void Links_in_a_circle_are_refused(string other)
    {
        Link("circle", other);
        if (other != "circle") Link(other, "circle");
        FluentActions.Invoking(() => Write("circle")).Should().ThrowExactly<IOException>()
            .WithMessage($"'{In("circle")}' is a link that leads in a circle, or through more than 40 others.");
        new FileInfo(In("circle")).LinkTarget.Should().Be(other);
    }

    [Fact]
    public void A_link_to_a_folder_that_is_not_there_names_both()
    {
        Link("link", "none/target");
        FluentActions.Invoking(() => Write("link")).Should().Throw<DirectoryNotFoundException>()
            .WithMessage($"There is no folder '{In("none")}', into which the link '{In("link")}' leads.");
    }

    [Fact]
    public void A_link_to_a_folder_is_refused_as_the_folder_is()
    {
        Directory.CreateDirectory(In("models"));
        Link("link", "models");
        FluentActions.Invoking(() => Write("link")).Should().Throw<UnauthorizedAccessException>()
            .WithMessage($"'{In("link")}' is a folder.");
        Directory.Exists(In("models")).Should().BeTrue();
    }

    [Fact]
    public void A_writer_that_fails_leaves_the_target_and_the_link()
    {
        File.WriteAllText(In("target"), "as it was before");
        Link("link", "target");
        FluentActions.Invoking(() => AtomicFile.Write(In("link"), _ => throw new NotSupportedException()))
            .Should().Throw<NotSupportedException>();
        File.ReadAllText(In("target")).Should().Be("as it was before");
        Directory.GetFileSystemEntries(folder).Should().HaveCount(2);
    }

    [Theory]
    [InlineData("network")]
    [InlineData("model")]
    [InlineData("onnx")]
    public void Every_model_is_saved_through_a_link(string kind)
    {
        Network network = Network.Create(2).AddOutput(2).Build(seed: 1);
        File.WriteAllText(In("target"), "");
        Link("link", "target");
        if (kind == "network") network.Save(In("link"));
        else if (kind == "onnx") network.ExportOnnx(In("link"));
        else Flats.Model(TabularTask.Regression, CategoryEncoding.OneHot, NumericScaling.Standardize).Save(In("link"));
        new FileInfo(In("link")).LinkTarget.Should().Be("target");
        new FileInfo(In("target")).Length.Should().BePositive();
    }

    private string In(string name) => Path.Combine(folder, name);

    private void Link(string name, string leadsTo) => File.CreateSymbolicLink(In(name), leadsTo);

    private void Write(string name) => AtomicFile.Write(In(name), stream => stream.Write("done"u8));

    private void ShouldBeWritten(string target, params string[] links)
    {
        File.ReadAllText(In(target)).Should().Be("done");
        new FileInfo(In(target)).LinkTarget.Should().BeNull();
        foreach (string link in links) new FileInfo(In(link)).LinkTarget.Should().NotBeNull("'{0}' is a link still", link);
    }
}
