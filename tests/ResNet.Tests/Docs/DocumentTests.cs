using System.Reflection;
using ResNet.Tests.House;

namespace ResNet.Tests.Docs;

/// <summary>What the documents show compiles, and runs where it needs no more than the tests make.</summary>
[Collection(RunsAlone.Name)]
public class DocumentTests
{
    private const int MostLinesOfReadme = 150;
    private const int MostLinesOfProgram = 40;

    public static TheoryData<string> Blocks => [.. DocumentBlock.All.Select(block => block.Place)];

    public static TheoryData<string> RunBlocks => [.. DocumentBlock.All.Where(block => block.IsRun).Select(block => block.Place)];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Every_block_compiles(string place) => CompiledBlock.Errors(Named(place)).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(RunBlocks))]
    public void Blocks_run(string place)
    {
        Surroundings.WriteFiles();
        Action run = () => CompiledBlock.Run(Named(place));
        try
        {
            run();
        }
        catch (TargetInvocationException exception)
        {
            throw new InvalidOperationException($"{place}: {exception.InnerException!.Message}", exception.InnerException);
        }
    }

    [Fact]
    public void The_blocks_are_found()
    {
        string text = "a\n```csharp\nint a;\n\nint b;\n```\n```\nno\n```\n  ```csharp compiled only\nint c;\n  ```\n";
        DocumentBlock.BlocksOf("a.md", text).Should().Equal(
            new DocumentBlock("a.md:2", "int a;\n\nint b;", IsRun: true), new DocumentBlock("a.md:10", "int c;", IsRun: false));
        DocumentBlock.All.Select(block => block.Place.Split(':')[0]).Should().Contain(["README.md", "docs/training.md", "docs/files.md"]);
        CompiledBlock.Errors(new DocumentBlock("a.md:1", "int a = \"no number\";", IsRun: true)).Should().ContainSingle();
    }

    [Fact]
    public void The_readme_is_one_that_is_read_to_its_end() =>
        File.ReadLines(Path.Combine(Repository.Root, "README.md")).Count().Should().BeLessThanOrEqualTo(MostLinesOfReadme);

    [Fact]
    public void Programs_stay_short()
    {
        Repository.Programs().Should().NotBeEmpty();
        Repository.Programs().Where(program => program.Text.TrimEnd().Split('\n').Length > MostLinesOfProgram).Should().BeEmpty();
    }

    [Fact]
    public void Links_between_documents_lead_somewhere()
    {
        var dead =
            from document in Repository.Documents()
            from part in document.Text.Split("](").Skip(1)
            let target = part[..part.IndexOf(')', StringComparison.Ordinal)].Split('#')[0]
            where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)
            let path = Path.Combine(Repository.Root, Path.GetDirectoryName(document.Path)!, target)
            where !File.Exists(path) && !Directory.Exists(path)
            select $"{document.Path}: {target}";
        dead.Should().BeEmpty();
    }

    private static DocumentBlock Named(string place) => DocumentBlock.All.Single(block => block.Place == place);
}
