namespace ResNet.Tests.House;

/// <summary>The finder that the test of the house uses finds a planted reference of each kind, and nothing else.</summary>
public class PlantedReferenceTests
{
    private static readonly PlantedCase[] cases = [.. PlantedCases.Named, .. PlantedCases.Implied, .. PlantedCases.Nothing];

    private static readonly Lazy<CompiledHouse> house = new(() => PlantedHouse.With(cases.Select(planted => (planted.Path, planted.Text))));

    private static readonly Lazy<ILookup<string, Reference>> found = new(() => References.In(house.Value)
        .Where(reference => reference.Home == "Lower").ToLookup(reference => reference.File));

    public static TheoryData<string> Kinds => [.. cases.Select(planted => planted.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_planted_reference_is_found_where_it_stands(string kind)
    {
        PlantedCase planted = cases.Single(planted => planted.Kind == kind);
        found.Value[planted.Path].Select(reference => reference.Line).Distinct().Should().Equal(planted.MarkedLines);
    }

    [Fact]
    public void The_planted_files_compile() => house.Value.Errors.InLines().Should().BeEmpty();

    [Fact]
    public void A_subroom_that_imports_the_room_it_lies_in_is_found() =>
        References.In(new CompiledHouse(
            [
                ("Upper/Whole.cs", "namespace Planted; class Whole { }"),
                ("Upper/Inner/User.cs", "namespace Planted;\nclass User { Whole? whole; }"),
            ]))
            .Should().Equal(new Reference("Upper/Inner", "Upper/Inner/User.cs", 2, "Whole", "Upper"));

    [Fact]
    public void A_type_with_parts_in_two_rooms_is_found() =>
        new CompiledHouse(
            [
                ("Lower/Part.cs", "partial class Part { partial class Inner { } }"), ("Upper/Part.cs", "partial class Part { }"),
                ("Lower/Part.More.cs", "partial class Part { partial class Inner { } }"),
            ])
            .SplitTypes.Should().Equal("Part lies in Lower and Upper");

    [Fact]
    public void What_does_not_compile_is_found() =>
        new CompiledHouse([("Upper/User.cs", "class User { Unknown? unknown; }")])
            .Errors.Should().ContainSingle().Which.Should().Contain("Upper/User.cs(1,14)").And.Contain("Unknown");

    [Fact]
    public void What_source_generators_add_is_there()
    {
        var generated = new CompiledHouse(
        [
            ("Lower/Part.cs", "public class Part { public int Size { get; set; } }"),
            ("Upper/Json.cs", """
                using System.Text.Json.Serialization;
                [JsonSerializable(typeof(Part))] partial class Json : JsonSerializerContext { object Do() => Default.Part; }
                """),
        ]);
        generated.Errors.InLines().Should().BeEmpty();
        References.In(generated).Should().Equal(new Reference("Upper", "Upper/Json.cs", 2, "Part", "Lower"));
    }
}
