using System.Text;

namespace ResNet.Tabular;

/// <summary>Finds the table in the records of a file: where it begins, what its columns are called and which of them are there.</summary>
internal sealed class CsvTable
{
    private readonly CsvFile file;
    private readonly CsvOptions options;
    private readonly Column[] columns;
    private readonly IReadOnlyDictionary<string, ColumnType>? known;
    private readonly List<string> doubts = [];

    /// <summary>The columns that are part of the table.</summary>
    private int[] kept = [];

    private CsvTable(CsvFile file, Column[] columns, CsvOptions options, IReadOnlyDictionary<string, ColumnType>? known)
    {
        this.known = known;
        this.file = file;
        this.columns = columns;
        this.options = options;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="open">opens the file; null, the second time, where it can be read only once</param>
    /// <param name="options">what was told</param>
    /// <param name="name">the name of the file for messages</param>
    /// <param name="known">the types of the columns of the model that the file is for, by name; null for no model</param>
    /// <exception cref="InvalidDataException">names the file and the line.</exception>
    public static CsvContent Read(
        Func<Stream?> open, CsvOptions options, string name, IReadOnlyDictionary<string, ColumnType>? known)
    {
        using Stream text = CsvInput.PeekLines(CsvInput.Open(open()!, options, name, out Encoding encoding), out byte[] lines, name);
        var shape = CsvShape.Of(lines, options, name);
        var file = new CsvFile(name, options, known ?? options.Types, shape);
        Column[] columns = file.Read(text, encoding, texts: new HashSet<int>());
        var rows = new RowSet(0, file.Lines.Count);
        HashSet<int> late =
            [.. columns.Index().Where(column => OddTexts.CameLate(column.Item, rows, options.Missing)).Select(column => column.Index)];
        if (late.Count > 0)
        {
            using Stream again = open() is { } stream
                ? CsvInput.Open(stream, options, name, out _)
                : throw new InvalidDataException(
                    $"{name}, {file.ColumnWords(late.Min())}: many cells that are no numbers come late, " +
                    $"when the texts of earlier ones were not kept; {nameof(CsvOptions)}.{nameof(CsvOptions.Types)} " +
                    "tells that the column is categorical.");
            file = new CsvFile(name, options, known ?? options.Types, shape);
            columns = file.Read(again, encoding, late);
        }

        return new CsvTable(file, columns, options, known).Content();
    }

    /// <summary>Reads the rows of a file for a model some at a time; what the first ones say of its layout holds for all.</summary>
    /// <param name="stream">the file</param>
    /// <param name="options">what was told</param>
    /// <param name="name">the name of the file for messages</param>
    /// <param name="known">the types of the columns of the model, by name</param>
    /// <param name="most">the most rows of the first part; each next one may have twice as many</param>
    /// <exception cref="InvalidDataException">names the file and the line.</exception>
    public static IEnumerable<CsvContent> ReadParts(
        Stream stream, CsvOptions options, string name, IReadOnlyDictionary<string, ColumnType> known, int most)
    {
        using Stream text = CsvInput.PeekLines(CsvInput.Open(stream, options, name, out Encoding encoding), out byte[] lines, name);
        var file = new CsvFile(name, options, known, CsvShape.Of(lines, options, name));
        CsvTable? table = null;
        CsvContent? content = null;
        foreach (Column[] columns in file.ReadParts(text, encoding, new HashSet<int>(), most))
        {
            if (table is null) content = (table = new CsvTable(file, columns, options, known)).Content();
            else content = table.Following(columns, content!);
            if (content.Rows.Count > 0) yield return content;
        }
    }

    /// <summary>The next rows, under the names of the first.</summary>
    private CsvContent Following(Column[] next, CsvContent before)
    {
        bool hasHeader = before.FirstRow.Count == 0;
        RowSet rows = hasHeader ? RowsWithoutNames(0) : new RowSet(0, file.Lines.Count);
        foreach (int column in Enumerable.Range(0, next.Length).Except(kept))
        {
            if (file.Shape.MissingNames == 1 && column == 0) continue; // names of rows
            if (!IsEmpty(next[column], rows))
            {
                throw new InvalidDataException(
                    $"{file.Name}, line {file.Lines[0]} or below, {ColumnNames.Of(column)}: a cell has no name, where those of rows " +
                    $"before were empty; {nameof(CsvOptions)}.{nameof(CsvOptions.ColumnNames)} gives it one.");
            }
        }

        return before with { Columns = [.. kept.Select(column => next[column])], Rows = rows, Lines = file.Lines, Doubts = [] };
    }

    private CsvContent Content()
    {
        bool hasHeader = HasHeader();
        int first = hasHeader && file.Shape.MissingNames == 0 ? 1 : 0;
        if (file.Lines.Count <= first) throw NoRows(hasHeader);
        RowSet rows = RowsFrom(first, hasHeader);
        bool[] empty = [.. columns.Select(column => IsEmpty(column, rows))];
        string[] names = options.ColumnNames is { } told ? [.. told] : hasHeader ? Aligned(empty) : [.. columns.Select(_ => "")];
        kept = [.. Enumerable.Range(0, columns.Length).Where(column => IsKept(column, names[column], empty, hasHeader))];
        names = Named(names, kept);
        if (kept.Length == 0) throw NoRows(hasHeader);
        TellSeparator();
        Tell(file.Shape.Above, "line of text above the table was", "lines of text above the table were");
        Tell(file.Empty, "row of nothing but separators was", "rows of nothing but separators were");
        return new CsvContent(
            names, [.. kept.Select(column => columns[column])], rows, file.Lines, hasHeader ? [] : file.First.Texts, doubts);
    }

    private bool HasHeader()
    {
        if (options.Header is { } told) return told;
        if (options.ColumnNames is not null) return false;
        if (file.Shape.MissingNames > 0 || (options.Label is { } label && file.First.Texts.Contains(label))) return true;
        if (file.First.Texts.Length == 0) return false;
        if (known is not null && file.First.Texts.Any(known.ContainsKey)) return true;
        if (known is not null && known.ContainsKey(ColumnNames.Of(0))) return false; // the model was fitted to a file without names
        bool isHeader = CsvHeader.IsIn(file.First.Texts, columns, RowsWithoutNames(1), options.Missing, out string? evidence);
        if (file.Lines.Count == 1 && isHeader)
        {
            throw new InvalidDataException(
                $"{file.Name}: the only line holds no number, so it seems to be names without rows; " +
                $"{nameof(CsvOptions)}.{nameof(CsvOptions.Header)} tells otherwise.");
        }

        const string option = $"{nameof(CsvOptions)}.{nameof(CsvOptions.Header)}";
        string taken = $"line {file.First.Line} was taken for";
        if (isHeader && evidence is not null) RefuseAgain();
        if (isHeader && evidence is not null) doubts.Add($"{taken} the names of the columns, since {evidence}");
        if (!isHeader) doubts.Add($"{taken} a row, not for names; {option} tells otherwise");
        return isHeader;
    }

    /// <summary>Refuses names that come again where they could be a row.</summary>
    private void RefuseAgain()
    {
        if (file.SameAsFirst.Count == 0) return;
        throw new InvalidDataException(
            $"{file.Name}, line {file.First.Line}: the same texts come again in line {file.Lines[file.SameAsFirst[0]]}, so they may be " +
            $"a row or the names of the columns; {nameof(CsvOptions)}.{nameof(CsvOptions.Header)} tells.");
    }

    private InvalidDataException NoRows(bool hasHeader) =>
        new($"{file.Name}: there are no rows{(hasHeader ? " below the names of the columns" : "")}.");

    /// <summary>All rows from one on; where there are names, without those that repeat them.</summary>
    private RowSet RowsFrom(int first, bool hasHeader)
    {
        if (!hasHeader) return new RowSet(first, file.Lines.Count - first);
        Tell(file.SameAsFirst.Count, "line that repeats the names of the columns was", "lines that repeat the names of the columns were");
        RowSet rows = RowsWithoutNames(first);
        return rows.Count > 0 ? rows : throw NoRows(hasHeader);
    }

    private RowSet RowsWithoutNames(int first)
    {
        int count = file.Lines.Count - first;
        if (file.SameAsFirst.Count == 0) return new RowSet(first, count);
        HashSet<int> again = [.. file.SameAsFirst];
        return new RowSet([.. Enumerable.Range(first, count).Where(row => !again.Contains(row))]);
    }

    private static bool IsEmpty(Column column, RowSet rows)
    {
        for (int row = 0; row < rows.Count; row++)
        {
            if (column.CodeOf(rows[row]) != Column.Nothing) return false;
        }

        return true;
    }

    /// <summary>The names over their columns. Where they are too few, the rows end with a separator or begin with names of rows.</summary>
    private string[] Aligned(bool[] empty)
    {
        int lacking = file.Shape.MissingNames;
        string[] names = file.First.Texts;
        if (lacking == 0) return names;
        if (empty[^lacking..].All(isEmpty => isEmpty)) return [.. names, .. Enumerable.Repeat("", lacking)];
        if (lacking > 1)
        {
            throw new InvalidDataException(
                $"{file.Name}, line {file.First.Line}: expected {Shown.Count(columns.Length, "cell")}, but found {names.Length}.");
        }

        doubts.Add($"the first cell of each row has no name in line {file.First.Line} and was left out as the name of its row");
        return ["", .. names];
    }

    /// <summary>Whether a column is part of the table: not where nothing is in it, nor a name; nor where it names rows.</summary>
    private bool IsKept(int column, string name, bool[] empty, bool hasHeader)
    {
        if (options.ColumnNames is not null || name.Length > 0) return true;
        if (file.Shape.MissingNames > 0) return false;
        bool isLast = column == empty.Length - 1;
        return !empty[column] || empty.Length == 1 || !(hasHeader || isLast);
    }

    private string[] Named(string[] names, int[] kept)
    {
        string[] filled = ColumnNames.Filled(names);
        foreach (IGrouping<string, int> same in kept.GroupBy(column => filled[column]).Where(same => same.Count() > 1))
        {
            throw new InvalidDataException(
                $"{file.Name}, line {file.First.Line}: columns {same.First() + 1} and {same.ElementAt(1) + 1} are both named " +
                $"'{same.Key}'; " +
                $"{nameof(CsvOptions)}.{nameof(CsvOptions.ColumnNames)}, with {nameof(CsvOptions.Header)} true, gives other names.");
        }

        return [.. kept.Select(column => filled[column])];
    }

    private void TellSeparator()
    {
        const string option = $"{nameof(CsvOptions)}.{nameof(CsvOptions.Separator)}";
        if (file.Shape.IsOfBlanksAlone) doubts.Add($"runs of blanks were taken for what separates cells; {option} tells otherwise");
        bool maySeparate = file.First.Texts is [var name]
            && !name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '.' or '-');
        if (options.Separator is not null || columns.Length != 1 || !maySeparate) return;
        doubts.Add($"one column was found; {option} tells what separates cells");
    }

    private void Tell(int count, string one, string many)
    {
        if (count > 0) doubts.Add($"{Shown.Count(count, one, many)} left out");
    }
}
