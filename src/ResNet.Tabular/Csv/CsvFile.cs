using System.Runtime.CompilerServices;
using System.Text;
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
    public const int MostColumns = 1 << 16;

    /// <summary>The most rows that are read at a time where not all are.</summary>
    private const int MostRowsOfPart = 1 << 16;

    private readonly List<ColumnBuilder> builders = [];
    private readonly CsvRecords records = new(shape.Separator, options);
    private readonly CsvWidth width = new(options, shape);
    private InvalidDataException? trouble;

    /// <summary>The first record, which may be names; where it lacks some, they are no row.</summary>
    public CsvFirst First { get; private set; } = new();

    /// <summary>The line of each row.</summary>
    public LineNumbers Lines { get; private set; } = new();

    /// <summary>The rows that have the same cells as the first record.</summary>
    public List<int> SameAsFirst { get; private set; } = [];

    /// <summary>The number of rows of nothing but separators, which are left out.</summary>
    public int Empty { get; private set; }

    public string Name => name;

    public CsvShape Shape => shape;

    /// <summary>Whether the first record is too short for a row.</summary>
    private bool IsHeaderShort => shape.MissingNames > 0 && width.Cells == shape.Width;

    /// <summary>Reads to the end.</summary>
    /// <param name="text">UTF-8</param>
    /// <param name="encoding">the encoding that the text had</param>
    /// <param name="texts">columns that keep all their texts</param>
    /// <exception cref="InvalidDataException">names the file and the line.</exception>
    public Column[] Read(Stream text, Encoding encoding, IReadOnlySet<int> texts) =>
        ReadParts(text, encoding, texts, int.MaxValue).Single();

    /// <summary>Reads some rows at a time; <see cref="Lines"/> and <see cref="SameAsFirst"/> are of the last ones.</summary>
    /// <param name="text">UTF-8</param>
    /// <param name="encoding">the encoding that the text had</param>
    /// <param name="texts">columns that keep all their texts</param>
    /// <param name="most">the most rows of the first part; each next one may have twice as many</param>
    /// <exception cref="InvalidDataException">names the file and the line.</exception>
    public IEnumerable<Column[]> ReadParts(Stream text, Encoding encoding, IReadOnlySet<int> texts, int most)
    {
        using CsvReader csv = records.Open(text, record => trouble ??= RefusalOf(record));
        bool isMore = ReadPart(csv, encoding, texts, most);
        yield return [.. builders.Select(builder => builder.Build())];
        while (isMore)
        {
            most = Math.Min(2 * most, MostRowsOfPart);
            (Lines, SameAsFirst) = (new LineNumbers(), []);
            isMore = ReadPart(csv, encoding, texts, most);
            if (Lines.Count > 0) yield return [.. builders.Select(builder => builder.Build())];
        }
    }

    /// <summary>A column in words, such as "column 2 (power)" where the first record may be names.</summary>
    public string ColumnWords(int column) =>
        options.Header != false && !First.Texts.Any(CellText.IsNumber)
        && First.Texts.ElementAtOrDefault(column - shape.MissingNames) is { Length: > 0 } written
            ? $"{ColumnNames.Of(column)} ({written})"
            : ColumnNames.Of(column);

    /// <summary>Reads rows, the first time up to the first record of the table before.</summary>
    /// <returns>whether there may be more</returns>
    private bool ReadPart(CsvReader csv, Encoding encoding, IReadOnlySet<int> texts, int most)
    {
        try
        {
            bool isFirst = First.Texts.Length == 0;
            if (isFirst && !ReadFirst(csv, encoding)) return false;
            CreateBuilders(texts);
            return ReadRows(csv, encoding, most, isFirst);
        }
        catch (CsvFormatException exception)
        {
            throw new InvalidDataException($"{name}, line {exception.LineNumber}: {exception.Message}", exception);
        }
    }

    /// <summary>Reads up to the first record of the table.</summary>
    /// <returns>whether there is one</returns>
    private bool ReadFirst(CsvReader csv, Encoding encoding)
    {
        if (shape.HasHint) csv.Read();
        for (int record = 0; record <= shape.Above; record++)
        {
            if (!Advance(csv, encoding)) return false;
        }

        if (csv.FieldCount > MostColumns)
        {
            throw Broken(csv, $"{csv.FieldCount} cells are too many, at most {MostColumns}; is '{shape.Separator}' the separator?");
        }

        First = new CsvFirst(csv);
        First.CutTo(width.Cells);
        if (First.Texts.Length != width.Cells - (IsHeaderShort ? shape.MissingNames : 0))
        {
            throw Broken(csv, width.Trouble(csv, isFirst: true));
        }

        return true;
    }

    /// <summary>Reads the rows, of which the first record is one if it is long enough.</summary>
    /// <param name="csv">a reader at the first record</param>
    /// <param name="encoding">the encoding that the text had</param>
    /// <param name="most">the most rows</param>
    /// <param name="isFirst">whether the first record comes before them</param>
    /// <returns>whether there may be more</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ReadRows(CsvReader csv, Encoding encoding, int most, bool isFirst)
    {
        int cells = width.Cells;
        var batch = new CsvBatch(builders);
        if (isFirst && !IsHeaderShort) Add(csv, cells, batch);
        bool isMore = true;
        while (Lines.Count < most && (isMore = Advance(csv, encoding)))
        {
            if (First.IsAgain(csv))
            {
                SameAsFirst.Add(Lines.Count);
                if (IsHeaderShort) continue;
            }
            else if (csv.FieldCount != cells)
            {
                throw Broken(csv, width.Trouble(csv, isFirst: false));
            }

            Add(csv, cells, batch);
        }

        Flush(batch);
        return isMore;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(CsvReader csv, int cells, CsvBatch batch)
    {
        for (int column = 0; column < cells; column++) batch.Add(CsvCell.Trimmed(csv.GetSpan(column)));
        if (batch.IsFull) Flush(batch);
        Lines.Add((int)csv.LineNumber);
    }

    private void Flush(CsvBatch batch)
    {
        try
        {
            batch.Flush();
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{name}, {ColumnWords(batch.Column)}: {exception.Message}", exception);
        }
    }

    /// <summary>Goes to the next record that has something in it.</summary>
    /// <returns>whether there is one</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Advance(CsvReader csv, Encoding encoding)
    {
        while (csv.Read())
        {
            if (trouble is not null) throw trouble;
            if (!records.IsEmpty(csv))
            {
                CsvText.RefuseForeign(csv, encoding, name);
                return true;
            }

            if (csv.FieldCount > 1) Empty++;
        }

        return trouble is null ? false : throw trouble;
    }

    private InvalidDataException Broken(CsvReader csv, string what) => new($"{name}, line {csv.LineNumber}: {what}.");

    private InvalidDataException? RefusalOf(CsvMalformedRecord record) =>
        records.TroubleOf(record) is { } what ? new($"{name}, line {record.LineNumber}: {what}.") : null;

    private void CreateBuilders(IReadOnlySet<int> texts)
    {
        builders.Clear();
        for (int column = 0; column < width.Cells; column++)
        {
            bool keepsTexts = texts.Contains(column) || NamesOf(column).Any(IsToldText);
            builders.Add(new ColumnBuilder(keepsTexts, options.DecimalMark));
        }
    }

    /// <summary>The names that a column may turn out to have.</summary>
    private IEnumerable<string> NamesOf(int column) => options.ColumnNames is { } told
        ? [told[column]]
        : [ColumnNames.Of(column), .. First.Texts.Skip(column - shape.MissingNames).Take(1), .. First.Texts.Skip(column).Take(1)];

    private bool IsToldText(string column) =>
        types.TryGetValue(column, out ColumnType type) && type is (ColumnType.Categorical or ColumnType.Date);
}
