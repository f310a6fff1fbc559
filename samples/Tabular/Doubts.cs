namespace ResNet.Samples;

/// <summary>What one could doubt about a table or about figures, a line each.</summary>
internal static class Doubts
{
    public static void Print(IReadOnlyList<string> doubts, string title)
    {
        if (doubts.Count == 0) return;
        Terminal.WriteLine($"{title}:");
        foreach (string doubt in doubts) Terminal.WriteLine($"- {doubt}");
    }
}
