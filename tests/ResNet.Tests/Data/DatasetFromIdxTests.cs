namespace ResNet.Tests.Data;

public sealed class DatasetFromIdxTests : IDisposable
{
    private static byte[] Images { get; } = IdxFolder.Idx([3, 2, 2], [0, 1, 2, 3, 51, 102, 153, 204, 252, 253, 254, 255]);
    private static byte[] Labels { get; } = IdxFolder.Idx([3], [0, 4, 1]);

    private readonly IdxFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(true, false)]
    public void Images_and_labels_are_read_plain_or_gzipped(bool imagesGzipped, bool labelsGzipped)
    {
        Dataset dataset = Read(
            imagesGzipped ? IdxFolder.Gzip(Images) : Images,
            labelsGzipped ? IdxFolder.Gzip(Labels) : Labels);

        dataset.Count.Should().Be(3);
        dataset.Features.Should().Be(4);
        dataset.Classes.Should().Be(5);
        dataset.Labels.Should().Equal(0, 4, 1);
        dataset.Sample(0).ToArray().Should().Equal(0f, 1 / 255f, 2 / 255f, 3 / 255f);
        dataset.Sample(1).ToArray().Should().Equal(0.2f, 0.4f, 0.6f, 0.8f);
        dataset.Sample(2).ToArray().Should().Equal(252 / 255f, 253 / 255f, 254 / 255f, 1f);
    }

    [Fact]
    public void Classes_are_as_many_as_told()
    {
        Read(Images, Labels, classes: 10).Classes.Should().Be(10);
        Read(Images, Labels, classes: 5).Classes.Should().Be(5);
    }

    [Fact]
    public void Images_of_one_dimension_have_one_feature()
    {
        Dataset dataset = Read(IdxFolder.Idx([3], [0, 51, 255]), Labels);

        dataset.Features.Should().Be(1);
        dataset.Inputs.Row(0).Should().Equal(0f, 0.2f, 1f);
    }

    [Fact]
    public void A_label_beyond_the_classes_told_is_refused()
    {
        Refusal("labels", Images, Labels, classes: 4)
            .Should().Contain("expected labels between 0 and 3 with 4 classes, but label 1 is 4");
    }

    [Fact]
    public void Labels_of_a_single_class_are_refused_unless_the_classes_are_told()
    {
        byte[] zeros = IdxFolder.Idx([3], [0, 0, 0]);

        Refusal("labels", Images, zeros).Should().Contain("expected labels of at least two classes, but every label is 0");
        Read(Images, zeros, classes: 2).Labels.Should().Equal(0, 0, 0);
    }

    [Fact]
    public void Labels_in_more_than_one_dimension_are_refused()
    {
        Refusal("labels", Images, Images).Should().Contain("expected labels in one dimension, but there are 3 dimensions");
    }

    [Fact]
    public void Counts_that_disagree_are_refused()
    {
        Refusal("labels", Images, IdxFolder.Idx([2], [0, 1]))
            .Should().Contain($"expected 3 labels, one for each image in '{folder.Path("images")}', but there are 2");
    }

    [Fact]
    public void A_file_that_is_cut_short_is_refused_by_name()
    {
        Refusal("images", Images[..^1], Labels).Should().Contain("it ends after 11");
        Refusal("labels", Images, Labels[..^1]).Should().Contain("it ends after 2");
    }

    [Fact]
    public void Missing_files_are_reported_as_usual()
    {
        string images = folder.Write("images", Images);
        string labels = folder.Write("labels", Labels);
        string missing = folder.Path("missing");

        FluentActions.Invoking(() => Dataset.FromIdx(missing, labels)).Should().Throw<FileNotFoundException>();
        FluentActions.Invoking(() => Dataset.FromIdx(images, missing)).Should().Throw<FileNotFoundException>();
    }

    [Fact]
    public void Arguments_that_make_no_sense_are_refused_before_a_file_is_opened()
    {
        FluentActions.Invoking(() => Dataset.FromIdx(null!, "b")).Should().Throw<ArgumentNullException>().WithParameterName("imagesPath");
        FluentActions.Invoking(() => Dataset.FromIdx("a", null!)).Should().Throw<ArgumentNullException>().WithParameterName("labelsPath");
        FluentActions.Invoking(() => Dataset.FromIdx("", "b")).Should().Throw<ArgumentException>().WithParameterName("imagesPath");
        FluentActions.Invoking(() => Dataset.FromIdx("a", "")).Should().Throw<ArgumentException>().WithParameterName("labelsPath");
        FluentActions.Invoking(() => Dataset.FromIdx("a", "b", classes: 1))
            .Should().Throw<ArgumentOutOfRangeException>().WithParameterName("classes");
    }

    private Dataset Read(byte[] images, byte[] labels, int? classes = null) =>
        Dataset.FromIdx(folder.Write("images", images), folder.Write("labels", labels), classes);

    private string Refusal(string file, byte[] images, byte[] labels, int? classes = null) =>
        FluentActions.Invoking(() => Read(images, labels, classes))
            .Should().Throw<InvalidDataException>().WithMessage($"'{folder.Path(file)}': *").Which.Message;
}
