namespace ResNet.Tests.House;

/// <summary>
/// A small house to plant files in. Lower has types of every kind; Middle hands out things of Lower, so that files of Upper
/// can use them without their names.
/// </summary>
internal static class PlantedHouse
{
    private const string Lower =
        """
        namespace Planted;
        public class Part
        {
            public Part(int size = 0) => Size = size;
            public int Size { get; init; }
            public static int Count() => 0;
            public static int Count(int above) => 0;
            public virtual void Turn() { }
            public void Deconstruct(out int first, out int second) => (first, second) = (0, 0);
            public static Part operator +(Part one, Part other) => one;
            public static bool operator true(Part part) => true;
            public static bool operator false(Part part) => false;
            public static implicit operator Part(int size) => new(size);
            public static explicit operator double(Part part) => 0;
            public class Inner { }
        }
        public struct Angle
        {
            public static implicit operator Angle(int degrees) => default;
            public static implicit operator int(Angle angle) => 0;
        }
        [System.Runtime.CompilerServices.InterpolatedStringHandler]
        public ref struct Words(int letters, int values) { public void AppendLiteral(string text) { } }
        public record Note(int Line);
        public enum Colour { Red, Green }
        public interface IMark { }
        public delegate int Maker(int size);
        [AttributeUsage(AttributeTargets.All)] public sealed class MarkAttribute : Attribute { public int Weight { get; set; } }
        public static class Numbers
        {
            public static int Twice(this int number) => 2 * number;
            extension(int number) { public int Half => number / 2; }
        }
        public class Shelf : IEnumerable<int>
        {
            public int Length => 0;
            public int this[int index] => 0;
            public int Slice(int start, int length) => 0;
            public void Add(int size) { }
            public List<int>.Enumerator GetEnumerator() => new List<int>().GetEnumerator();
            IEnumerator<int> IEnumerable<int>.GetEnumerator() => GetEnumerator();
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
        }
        public ref struct Stay { public void Dispose() { } }
        public class Wait { public System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() => Task.CompletedTask.GetAwaiter(); }
        public class Query { public Query Select(Func<int, int> choice) => this; }
        [System.Runtime.CompilerServices.CollectionBuilder(typeof(Pile), nameof(Pile.Of))]
        public class Pile
        {
            public static Pile Of(ReadOnlySpan<int> sizes) => new();
            public List<int>.Enumerator GetEnumerator() => new List<int>().GetEnumerator();
        }
        """;

    private const string Middle =
        """
        namespace Planted;
        public class Rack : Shelf { }
        public class Store : Part
        {
            public static Part Part => new();
            public static Angle Angle => default;
            public static Colour Colour => Colour.Red;
            public static Maker Maker => size => size;
            public static Note Note => new(1);
            public static Shelf Shelf => [];
            public static Stay Stay => new();
            public static Wait Wait => new();
            public static Query Query => new();
            public static void Say(Words words) { }
            public static void Take(Part part) { }
            public static void Each(Action<Part> action) { }
            public static void Each(Part[] parts) { }
            public static void TakeShelf(Shelf shelf) { }
            public static void TakePile(Pile pile) { }
        }
        """;

    /// <summary>The house with more files.</summary>
    public static CompiledHouse With(params IEnumerable<(string Path, string Text)> files) =>
        new([("Lower/Part.cs", Lower), ("Middle/Store.cs", Middle), .. files]);
}
