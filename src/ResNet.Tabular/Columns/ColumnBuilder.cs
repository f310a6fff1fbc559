using System.Runtime.CompilerServices;
using System.Text;

namespace ResNet.Tabular;

/// <summary>
/// Collects the cells of a column. It keeps each different text once while these are few; where they grow many, or many are fractions,
/// and nearly all of them are numbers, it keeps the numbers alone, and what their points say of the decimal mark.
/// </summary>
/// <param name="keepsTexts">whether to keep all texts, however many</param>
/// <param name="mark">the decimal mark; null for a point or a comma, as the texts have it</param>
internal sealed class ColumnBuilder(bool keepsTexts, char? mark)
{
    /// <summary>The most different texts that a column of numbers keeps.</summary>
    public const int MostTexts = 65_536;

    /// <summary>The same where most of them are fractions, which nobody takes for categories.</summary>
    public const int MostFractions = 8_192;

    private const int MostOnStack = 256;

    private static readonly UTF8Encoding strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private TextPool texts = new();
    private Codes? codes = new();
    private Chunks<double>? numbers;
    private bool keepsTexts = keepsTexts;
    private int most = MostFractions;
    private bool hasComma;
    private int textCells;
    private PointEvidence? points;

    /// <summary>Adds a cell.</summary>
    /// <param name="cell">its text, UTF-8; empty for nothing</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<byte> cell)
    {
        if (numbers is not null)
        {
            bool isNumber = TryParse(cell, out double number);
            if (isNumber && points is { IsSure: false }) points.Add(cell, numbers.Count);
            numbers.Add(isNumber ? number : WithoutNumber(CodeOf(cell)));
            return;
        }

        codes!.Add(CodeOf(cell));
        if (!keepsTexts && texts.Count > most) KeepNumbers();
    }

    /// <summary>Adds a cell.</summary>
    /// <param name="cell">its text; null or empty for nothing</param>
    /// <exception cref="ArgumentException">the text is not valid Unicode.</exception>
    public void Add(string? cell)
    {
        int most = strict.GetMaxByteCount(cell?.Length ?? 0);
        Span<byte> bytes = most <= MostOnStack ? stackalloc byte[MostOnStack] : new byte[most];
        Add(bytes[..strict.GetBytes(cell, bytes)]);
    }

    /// <summary>From now on, keeps all texts; of cells that are numbers without texts already nothing comes back.</summary>
    public void KeepTexts() => keepsTexts = true;

    /// <summary>The column of all cells that were added.</summary>
    public Column Build() => numbers is null
        ? new Column(texts.ToStrings(), codes!)
        : new Column(texts.ToStrings(), numbers, hasComma ? ',' : '.') { TextCells = textCells, Points = points };

    private double WithoutNumber(int code)
    {
        if (code >= 0) textCells++;
        return Column.WithoutNumber(code);
    }

    private int CodeOf(ReadOnlySpan<byte> cell) => cell.IsEmpty ? Column.Nothing : texts.CodeOf(cell);

    /// <summary>Replaces texts by numbers if nearly all texts are, and says what decimal mark they have.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void KeepNumbers()
    {
        bool canWait = most < MostTexts;
        most = MostTexts;
        double[]? values = mark == ',' ? null : Values();
        if (values is null && mark != '.' && SaysComma())
        {
            hasComma = true;
            values = Values();
        }

        if (canWait && (values is null || values.Count(value => value == Math.Floor(value)) > values.Length / 2))
        {
            hasComma = false;
            return;
        }

        keepsTexts = values is null; // a column of texts stays one
        if (values is null) return;
        if (mark is null && !hasComma) points = new PointEvidence();
        TextPool all = texts;
        texts = new TextPool();
        numbers = new Chunks<double>();
        int[] odd = new int[values.Length];
        for (int code = 0; code < odd.Length; code++) odd[code] = double.IsNaN(values[code]) ? texts.CodeOf(all[code]) : Column.Number;
        for (int row = 0; row < codes!.Count; row++)
        {
            int code = codes[row];
            if (code >= 0 && odd[code] < 0) points?.Add(all[code], row);
            numbers.Add(code < 0 ? WithoutNumber(code) : odd[code] < 0 ? values[code] : WithoutNumber(odd[code]));
        }

        codes = null;
    }

    /// <summary>The numbers of the texts, NaN for those that are none; null where these are not few.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double[]? Values()
    {
        double[] values = new double[texts.Count];
        int odd = 0;
        for (int code = 0; code < values.Length; code++)
        {
            if (TryParse(texts[code], out values[code])) continue;
            values[code] = double.NaN;
            odd++;
        }

        return OddTexts.AreFew(odd, values.Length, odd) ? values : null;
    }

    private bool SaysComma() => texts.ToStrings().Any(text => NumberShape.Of(text).SaysComma);

    private bool TryParse(ReadOnlySpan<byte> cell, out double number) => hasComma
        ? Numbers.TryParseWithComma(cell, out number)
        : Numbers.TryParse(cell, out number);
}
