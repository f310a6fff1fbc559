using static ResNet.Tests.House.PlantedCase;

namespace ResNet.Tests.House;

/// <summary>One file for each way to use something of another room.</summary>
internal static class PlantedCases
{
    /// <summary>Where the name of a type of Lower stands.</summary>
    public static IReadOnlyList<PlantedCase> Named { get; } =
    [
        Member("cast", "object Do(object thing) => (Part)thing; // here"),
        Member("is type", "bool Do(object thing) => thing is Part; // here"),
        Member("declaration pattern", "bool Do(object thing) => thing is Part part && part != null; // here"),
        Member("property pattern", "bool Do(object thing) => thing is Part { Size: 1 }; // here"),
        Member("nameof a type", "string Do() => nameof(Part); // here"),
        Member("typeof", "Type Do() => typeof(Part); // here"),
        Member("default value", "object? Do() => default(Part); // here"),
        Member("attribute", "[Mark] void Do() { } // here"),
        Member("property of an attribute", "[Mark( // here", "Weight = 1)] // here", "void Do() { }"),
        Member("attribute of a lambda", "Action Do() =>", "[Mark] () => { }; // here"),
        Member("attribute of a result", "[return: Mark] int Do() => 1; // here"),
        Member("type of a field", "Part? part; // here"),
        Member("type of a parameter", "void Do(Part part) { } // here"),
        Member("type of a result", "Part? Do() => null; // here"),
        Member("type of a variable", "void Do()", "{", "Part? part; // here", "}"),
        Member("nested type", "Part.Inner? Do() => null; // here"),
        Member("array element type", "Part[]? Do() => null; // here"),
        Member("tuple element type", "(int First, Part? Second) Do() => (1, null); // here"),
        Member("type argument", "List<Part>? Do() => null; // here"),
        Member("type argument of a call", "object Do() => Array.Empty<Part>(); // here"),
        Member("generic constraint", "void Do<T>()", "where T : Part // here", "{ }"),
        Member("delegate type", "Maker? maker; // here"),
        Member("switch arm with a type", "int Do(object thing) => thing switch", "{", "Part => 1, // here", "_ => 2,", "};"),
        Member("switch arm with an enum member", "int Do() => Store.Colour switch", "{", "Colour.Red => 1, // here", "_ => 2,", "};"),
        Member("case label", "void Do() { switch (Store.Colour)", "{", "case Colour.Red: // here", "break;", "} }"),
        Member("type of a lambda parameter", "object Do() =>", "(Part part) => 1; // here"),
        Member("local function", "void Do()", "{", "int Inner(Part part) => 1; // here", "Inner(null!);", "}"),
        Member("static member", "int Do() => Part.Count(); // here"),
        Member("method as a delegate", "Func<int> Do() => Part.Count; // here"),
        Member("creation", "object Do() => new Part(); // here"),
        Member("full name", "global::Planted", ".Part? part; // here"),
        new("method by using static", "using static Planted.Part; // here", "class User { int Do() => Count(); } // here"),
        new("enum member by using static", "using static Planted.Colour; // here", "class User { object Do() => Green; } // here"),
        new("alias", "using Other = Planted.Part; // here", "class User { Other? other; } // here"),
        new("base class", "class User : Part { } // here"),
        new("base constructor", "class User(int size)", ": Part(size) // here", "{ }"),
        new("interface", "class User : IMark { } // here"),
    ];

    /// <summary>Where no name of a type of Lower stands.</summary>
    public static IReadOnlyList<PlantedCase> Implied { get; } =
    [
        Member("extension method", "int Do(int number) => number.Twice(); // here"),
        Member("extension property", "int Do(int number) => number.Half; // here"),
        Member("member of an inferred type", "int Do() { var part = Store.Part;", "return part.Size; // here", "}"),
        Member("member of an inferred parameter", "void Do() => Store.Each(part =>", "part.Turn()); // here"),
        Member("conditional access", "int? Do() => Store.Part", "?.Size; // here"),
        Member("inherited member", "int Do() => Store.Count(); // here"),
        Member("nameof a method with several forms", "string Do() => nameof(Store.Count); // here"),
        Member("member on a line of its own", "int Do() => Store.Part", ".Size; // here"),
        Member("call on a line of its own", "int Do(int number) => number", ".Twice(); // here"),
        Member("property in a pattern", "bool Do() => Store.Part is", "{ Size: 1 }; // here"),
        Member("property in an initializer", "object Do() => new Store", "{ Size = 1 }; // here"),
        Member("changed copy", "object Do() => Store.Note with", "{ Line = 2 }; // here"),
        Member("implicit creation", "void Do() => Store.Take(", "new()); // here"),
        Member("implicit conversion", "void Do() => Store.Take(", "1); // here"),
        Member("explicit conversion", "double Do() =>", "(double)Store.Part; // here"),
        Member("operator", "object Do() =>", "Store.Part + Store.Part; // here"),
        Member("compound assignment", "void Do()", "{", "var part = Store.Part;", "part += part; // here", "}"),
        Member("conversion in a compound assignment", "void Do()", "{", "var angle = Store.Angle;", "angle += 1; // here", "}"),
        Member("conversion of what may be null", "object Do(int? size) =>", "size ?? Store.Part; // here"),
        Member("interpolated text", "void Do() => Store.Say(", "$\"\"); // here"),
        Member("condition", "int Do() =>", "Store.Part // here", "? 1 : 2;"),
        Member("indexer", "int Do() => Store.Shelf[0]; // here"),
        Member("index from the end", "int Do() => Store.Shelf[^1]; // here"),
        Member("range", "int Do() => Store.Shelf[1..2]; // here"),
        Member("list pattern", "bool Do() => Store.Shelf is", "[1]; // here"),
        Member("slice pattern", "bool Do() => Store.Shelf is", "[1, // here", ".. var rest]; // here"),
        Member("positional pattern", "bool Do() => Store.Part is", "(1, 2); // here"),
        Member("deconstruction", "void Do()", "{", "(int one, int two) = Store.Part; // here", "}"),
        Member("deconstruction in a loop", "void Do()", "{", "foreach (var (one, two) in new List<Store>()) { } // here", "}"),
        Member("enumeration", "void Do()", "{", "foreach (int size in Store.Shelf) { } // here", "}"),
        Member("collection expression", "void Do() => Store.TakeShelf(", "[]); // here"),
        Member("collection builder", "void Do() => Store.TakePile(", "[]); // here"),
        Member("conversion of what is spread", "void Do(int[] sizes) => Store.Each(", "[.. sizes]); // here"),
        Member("addition to a collection", "object Do() => new Rack", "{", "1, // here", "};"),
        Member("query", "object Do() => from part in Store.Query", "select 1; // here"),
        Member("using declaration", "void Do()", "{", "using var stay = Store.Stay; // here", "}"),
        Member("using statement", "void Do()", "{", "using (Store.Stay) // here", "{", "}", "}"),
        Member("await", "async Task Do()", "{", "await Store.Wait; // here", "}"),
        Member("call of a delegate", "int Do() => Store.Maker(1); // here"),
        new("override", "class User : Store", "{", "public override void Turn() { } // here", "}"),
    ];

    /// <summary>Where nothing of Lower is used.</summary>
    public static IReadOnlyList<PlantedCase> Nothing { get; } =
    [
        Member("reference in a comment", "/// <summary>As <see cref=\"Part\"/> and <see cref=\"Part.Size\"/>.</summary>", "void Do() { }"),
        Member("comment and text", "string Do() => \"Part\"; // Part"),
        Member("variable of the same name", "int Do(int Part) => Part;"),
        Member("member of the same name", "object Do() => Store.Part;"),
        Member("comparison of enum members", "bool Do() => Store.Colour == Store.Colour;"),
        Member("inferred type", "object Do() { var part = Store.Part; return part; }"),
        new("own type of the same name", "class Part { }", "class User { Part? part; }"),
    ];
}
