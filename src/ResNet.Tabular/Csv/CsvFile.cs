using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace ResNet.Tabular;

/// <summary>Reads the records of a file into columns: what stands where, not yet what it means.</summary>
/// <param name="name">the name of the file for messages</param>
/// <param name="options">what was told</param>
/// <param name="types">the types of columns that are known, by name</param>
/// <param name="shape">the file's layout</param>
internal sealed class CsvFile(string name, CsvOptions options, IReadOnlyDictionary<string, ColumnType> types, CsvShape shape)
{
    /// <summary>A record of more cells has another separator than it seems.</summary>
    private const int MostColumns = 1 << 16;

    private readonly List<ColumnBuilder> builders = [];
    private InvalidDataException? trouble;

    /// <summary>The first record, which may be names; one cell short, they are no row.</summary>
    public string[] First { get; private set; } = [];

    /// <summary>The line of the first record.</summary>
    public int FirstLine { get; private set; }

    /// <summary>The line of each row.</summary>
    public LineNumbers Lines { get; } = new();

    /// <summary>The rows that are the same text as the first record.</summary>
    public List<int> SameAsFirst { get; } = [];

    /// <summary>The number of rows of nothing but separators, which are left out.</summary>
    public int Empty { get; private set; }

    public string Name => name;

    /// <summary>The number of cells in a row.</summary>
    public int Width => options.ColumnNames?.Count ?? shape.Width;

    public CsvShape Shape => shape;

    /// <summary>Reads to the end.</summary>
    /// <param name="text">UTF-8</param>
    /// <param name="texts">columns that keep all their texts</param>
    /// <exception cref="InvalidDataException">names the file and the line.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Column[] Read(Stream text, IReadOnlySet<int> texts)
    {
        using CsvReader csv = CsvRecords.Open(text, shape.Separator, options, record => trouble ??= RefusalOf(record));
        int width = Width;
        var batch = new CsvBatch(builders);
        bool hasFirst = false;
        byte[][] first = [];
        byte separator = (byte)(shape.Separator == ' ' ? BlankRuns.Separator : shape.Separator);
        int above = shape.Above;
        try
        {
            while (csv.Read())
            {
                ReadOnlySpan<byte> record = csv.RawRecord;
                if (trouble is not null) throw trouble;
                if (CsvRecords.IsBlank(record) || (!hasFirst && CsvShape.HintIn(record) is not null)) continue;
                RefuseForeign(csv);
                if (CsvRecords.IsEmpty(record, separator))
                {
                    Empty++;
                    continue;
                }

                if (above-- > 0) continue;
                if (!hasFirst)
                {
                    hasFirst = true;
                    TakeFirst(csv);
                    first = [.. First.Select(Encoding.UTF8.GetBytes)];
                    CreateBuilders(texts);
                    if (shape.IsHeaderShort) continue;
                }
                else if (IsSame(csv, first))
                {
                    SameAsFirst.Add(Lines.Count);
                    if (shape.IsHeaderShort) continue;
                }

                if (csv.FieldCount != width) throw OtherWidth(csv);
                for (int column = 0; column < width; column++) batch.Add(csv.GetSpan(column));
                batch.EndRow();
                Lines.Add((int)csv.LineNumber);
            }
        }
        catch (CsvFormatException exception)
        {
            throw new InvalidDataException($"{name}, line {exception.LineNumber}: {exception.Message}", exception);
        }

        if (trouble is not null) throw trouble;
        batch.Flush();
        return [.. builders.Select(builder => builder.Build())];
    }

    /// <summary>A column in words, such as "column 2 (power)" where the first record may be names.</summary>
    public string ColumnWords(int column) => shape.IsHeaderShort || options.Header == false || First.Any(CellText.IsNumber)
        ? ColumnNames.Of(column)
        : $"{ColumnNames.Of(column)} ({First[column]})";

    private InvalidDataException Broken(long line, string what) => new($"{name}, line {line}: {what}.");

    private InvalidDataException OtherWidth(CsvReader csv)
    {
        string hint = csv.RawRecord.IndexOf("\\\""u8) >= 0
            ? CsvRecords.BackslashHint
            : Lines.Count == 0 && options.Separator is null && options.ColumnNames is null
                ? $"; {nameof(CsvOptions)}.{nameof(CsvOptions.Separator)} tells what separates cells"
                : "";
        return Broken(csv.LineNumber, $"expected {Shown.Count(Width, "cell")}, but found {csv.FieldCount}{hint}");
    }

    /// <summary>Whether a record's cells are those of the first.</summary>
    private static bool IsSame(CsvReader csv, byte[][] first)
    {
        if (csv.FieldCount != first.Length) return false;
        int cell = 0;
        while (cell < first.Length && csv.GetSpan(cell).SequenceEqual(first[cell])) cell++;
        return cell == first.Length;
    }

    private InvalidDataException? RefusalOf(CsvMalformedRecord record) =>
        CsvRecords.TroubleOf(record) is { } what ? Broken(record.LineNumber, what) : null;

    private void TakeFirst(CsvReader csv)
    {
        if (csv.FieldCount > MostColumns)
        {
            throw Broken(
                csv.LineNumber, $"{csv.FieldCount} cells are too many, at most {MostColumns}; is '{shape.Separator}' the separator?");
        }

        First = new string[csv.FieldCount];
        for (int column = 0; column < First.Length; column++) First[column] = csv.GetString(column);
        FirstLine = (int)csv.LineNumber;
    }

    private void CreateBuilders(IReadOnlySet<int> texts)
    {
        for (int column = 0; column < Width; column++)
        {
            string written = options.ColumnNames?.ElementAtOrDefault(column) ?? First.ElementAtOrDefault(column) ?? "";
            bool isTold = types.TryGetValue(written, out ColumnType type) || types.TryGetValue(ColumnNames.Of(column), out type);
            bool isText = isTold && type is (ColumnType.Categorical or ColumnType.Date);
            builders.Add(new ColumnBuilder(isText || texts.Contains(column), options.DecimalMark));
        }
    }

    /// <summary>Refuses bytes that are no UTF-8, and zeros, which text of another encoding has.</summary>
    private void RefuseForeign(CsvReader csv)
    {
        ReadOnlySpan<byte> record = csv.RawRecord;
        if (Utf8.IsValid(record) && !record.Contains((byte)0)) return;
        int column = 0;
        while (Utf8.IsValid(csv.GetRawSpan(column)) && !csv.GetRawSpan(column).Contains((byte)0)) column++;
        throw new InvalidDataException(
            $"{name}, line {csv.LineNumber}, {ColumnNames.Of(column)}: the text is not valid UTF-8; " +
            $"{nameof(CsvOptions)}.{nameof(CsvOptions.Encoding)} tells another encoding, " +
            $"such as {nameof(Encoding)}.{nameof(Encoding.Latin1)}.");
    }
}
