namespace ResNet.Tests.House;

/// <summary>What the packages write, and the order in which they put texts, is the same on every machine.</summary>
public class CultureBoundTests
{
    [Fact]
    public void No_text_of_the_packages_depends_on_the_machines_culture() =>
        CultureBound.In(new CompiledHouse(Repository.Sources())).InLines().Should().BeEmpty();

    [Theory]
    [InlineData("""$"{0.5}" """)]
    [InlineData("""$"{(float?)0.5f}" """)]
    [InlineData("""$"{5:N0}" """)]
    [InlineData("""$"{DateTime.UnixEpoch}" """)]
    [InlineData("""string.Create(null, $"{(true ? $"{0.5m}" : "")}")""")]
    [InlineData(""" "about " + 0.5f""")]
    [InlineData("""string.Join(", ", new[] { 0.5 })""")]
    [InlineData("""string.Join(", ", "a", 0.5)""")]
    [InlineData("""new System.Text.StringBuilder().Append(0.5)""")]
    [InlineData("""new System.Text.StringBuilder().AppendJoin(' ', new List<float>())""")]
    [InlineData("""new[] { "b", "a" }.Order()""")]
    [InlineData("""new[] { "b", "a" }.OrderBy(text => text)""")]
    [InlineData("""new[] { "b", "a" }.Max()""")]
    public void What_depends_on_it_is_found(string expression) => In(expression).Should().ContainSingle();

    [Theory]
    [InlineData("""$"{5} {"a"} {TimeSpan.Zero} {DayOfWeek.Friday}" """)]
    [InlineData("""FormattableString.Invariant($"{0.5} {5:N0}")""")]
    [InlineData("""string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{0.5}")""")]
    [InlineData("""new System.Text.StringBuilder().Append(System.Globalization.CultureInfo.InvariantCulture, $"{0.5}")""")]
    [InlineData(""" "about " + 5""")]
    [InlineData("""string.Join(", ", new[] { 5 })""")]
    [InlineData("""new[] { 0.5 }.Order()""")]
    [InlineData("""new[] { 0.5 }.Append(1.5)""")]
    [InlineData("""new[] { "b", "a" }.Order(StringComparer.Ordinal)""")]
    [InlineData("""new[] { "b", "a" }.OrderBy(text => text.Length)""")]
    public void What_does_not_is_not(string expression) => In(expression).Should().BeEmpty();

    [Theory]
    [InlineData("public record Point(double X);", true)]
    [InlineData("public readonly record struct Point(int X) { public float? Y { get; init; } }", true)]
    [InlineData("public record Point(int X, string Y, TimeSpan Z);", false)]
    [InlineData("internal record Point(double X);", false)]
    [InlineData("public record Point(double X) { public override string ToString() => string.Empty; }", false)]
    [InlineData("""public record A { public sealed override string ToString() => ""; } public record B(double X) : A;""", false)]
    public void A_record_that_shows_reals_has_a_text_of_its_own(string record, bool isFound) =>
        Found(record).Should().HaveCount(isFound ? 1 : 0);

    private static IEnumerable<string> In(string expression) => Found($"class Room {{ object Written() => {expression}; }}");

    private static IEnumerable<string> Found(string source)
    {
        var house = new CompiledHouse([("Room/Room.cs", source)]);
        house.Errors.InLines().Should().BeEmpty();
        return CultureBound.In(house);
    }
}
