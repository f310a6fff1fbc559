namespace ResNet.Tests.Networks.Files;

/// <summary>A file with a network and texts of the caller's.</summary>
public sealed class NetworkFileTests : IDisposable
{
    private static readonly Network network = AnyNetwork.Of(seed: 3);

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private string Path => System.IO.Path.Combine(folder, "model.safetensors");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Texts_come_back_as_they_were()
    {
        var texts = new Dictionary<string, string>
        {
            ["note"] = "two\nlines and a \"quotation\"",
            ["猫"] = "d😀",
            ["empty"] = "",
            [""] = "no name",
            ["json"] = "{\"a\":[1]}",
            ["null"] = "\0",
        };
        var file = new NetworkFile(new MemoryStream(Saved(texts)));
        file.Texts.Should().Contain(texts);
        file.Texts.Keys.Except(texts.Keys).Should().BeEquivalentTo("format_version", "library_version", "network");
        NetworkBytes.Of(file.ReadNetwork()).Should().Equal(NetworkBytes.Of(network));
    }

    [Fact]
    public void Texts_are_there_before_the_network_is_read()
    {
        byte[] whole = Saved(("note", "here"));
        byte[] cut = whole[..^NetworkBytes.DataOf(whole).Length];
        var file = new NetworkFile(new MemoryStream(cut));
        file.Texts["note"].Should().Be("here");
        file.Invoking(file => file.ReadNetwork()).Should().Throw<InvalidDataException>().WithMessage("The file is cut off within '*'.");
    }

    [Fact]
    public void The_texts_of_a_file_may_be_saved_again()
    {
        byte[] file = Saved(("note", "here"));
        Saved(new NetworkFile(new MemoryStream(file)).Texts).Length.Should().Be(file.Length);
        byte[] other = Saved(("network", "mine"), ("format_version", "7"));
        NetworkBytes.Of(new NetworkFile(new MemoryStream(other)).ReadNetwork()).Should().Equal(NetworkBytes.Of(network));
    }

    [Fact]
    public void What_no_file_would_give_back_is_refused()
    {
        foreach ((string name, string? text) in new[] { ("note", null), ("note", "a\ud800"), ("\ud800", "a") })
        {
            using var stream = new MemoryStream();
            network.Invoking(network => network.Save(stream, new Dictionary<string, string> { [name] = text! }))
                .Should().Throw<ArgumentException>().WithParameterName("texts").WithMessage($"What is called '{name}' is no Unicode text*");
            stream.Length.Should().Be(0);
        }
    }

    [Fact]
    public void A_kind_is_named_where_a_network_alone_is_wanted()
    {
        new NetworkFile(new MemoryStream(NetworkBytes.Of(network))).Kind.Should().BeNull();
        byte[] file = Saved(("kind", "ImageModel"));
        new NetworkFile(new MemoryStream(file)).Kind.Should().Be("ImageModel");
        FluentActions.Invoking(() => NetworkBytes.Load(file)).Should().Throw<InvalidDataException>()
            .WithMessage("The file holds a ImageModel, of which a network is only a part; load it with ImageModel.Load.");
        NetworkBytes.Of(new NetworkFile(new MemoryStream(file)).ReadNetwork()).Should().Equal(NetworkBytes.Of(network));
    }

    [Fact]
    public void Open_gives_what_is_read_and_closes_the_file()
    {
        File.WriteAllBytes(Path, Saved(("note", "here")));
        NetworkFile.Open(Path, file => $"{file.Texts["note"]} {file.ReadNetwork().Outputs}").Should().Be($"here {network.Outputs}");
        using FileStream alone = File.Open(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }

    [Fact]
    public void What_is_refused_names_the_file()
    {
        byte[] whole = Saved(("kind", "ImageModel"));
        ShouldBeRefused(whole, file => throw new InvalidDataException("It is no model."), $"'{Path}': It is no model.");
        ShouldBeRefused(whole[..^1], file => file.ReadNetwork(), $"'{Path}': The file is cut off within '*'.");
        ShouldBeRefused([1, 2, 3], file => file, $"'{Path}': The file is cut off within its first 8 bytes*");
        ShouldBeRefused(NetworkBytes.Of("{}"), file => file.ReadNetwork(), $"'{Path}': The file does not describe a network; *");
        FluentActions.Invoking(() => Network.Load(Path)).Should().Throw<InvalidDataException>().WithMessage($"'{Path}': *");
    }

    [Fact]
    public void Nothing_is_refused()
    {
        FluentActions.Invoking(() => new NetworkFile(null!)).Should().Throw<ArgumentNullException>().WithParameterName("stream");
        FluentActions.Invoking(() => NetworkFile.Open<int>(Path, null!)).Should().Throw<ArgumentNullException>().WithParameterName("read");
        FluentActions.Invoking(() => NetworkFile.Open(null!, file => 1)).Should().Throw<ArgumentNullException>().WithParameterName("path");
        FluentActions.Invoking(() => NetworkFile.Open("", file => 1)).Should().Throw<ArgumentException>().WithParameterName("path");
        FluentActions.Invoking(() => NetworkFile.Open(Path, file => 1)).Should().Throw<FileNotFoundException>();
        network.Invoking(network => network.Save(Stream.Null, null!)).Should().Throw<ArgumentNullException>().WithParameterName("texts");
        network.Invoking(network => network.Save(null!, new Dictionary<string, string>()))
            .Should().Throw<ArgumentNullException>().WithParameterName("stream");
    }

    private void ShouldBeRefused(byte[] bytes, Func<NetworkFile, object> read, string message)
    {
        File.WriteAllBytes(Path, bytes);
        FluentActions.Invoking(() => NetworkFile.Open(Path, read)).Should().Throw<InvalidDataException>().WithMessage(message);
    }

    private static byte[] Saved(params (string Name, string Text)[] texts) =>
        Saved(texts.ToDictionary(pair => pair.Name, pair => pair.Text));

    private static byte[] Saved(IReadOnlyDictionary<string, string> texts)
    {
        using var stream = new MemoryStream();
        network.Save(stream, texts);
        return stream.ToArray();
    }
}
