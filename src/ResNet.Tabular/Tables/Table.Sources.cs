using System.Data;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace ResNet.Tabular;

/// <content>Tables from databases, sheets, objects and arrays.</content>
public sealed partial class Table
{
    /// <summary>
    /// Reads a table from a data reader, such as that of a database command, of a sheet or of a <see cref="DataTable"/>. Null,
    /// <see cref="DBNull"/> and NaN are missing. Numbers, booleans and dates keep their meaning, durations and times of day are
    /// seconds. Texts mean what they mean in a file, but that marks such as N/A stand for missing values only among numbers or dates.
    /// </summary>
    /// <remarks>
    /// The reader of a sheet has no names of columns: its first row is taken for them if it looks like names, as in a file, which
    /// <see cref="Describe"/> tells. Columns without a name are called "column 1", "column 2" and so on.
    /// </remarks>
    /// <param name="reader">the rows, from the next one on; read to the end of its result and left open</param>
    /// <exception cref="ArgumentNullException">the reader is null.</exception>
    /// <exception cref="ArgumentException">
    /// there are no columns or no rows, two columns have the same name, or a value is of a type that can be no cell, such as bytes.
    /// </exception>
    /// <exception cref="InvalidDataException">
    /// texts could be numbers with a decimal comma or a point, or come after so many numbers that the texts of these were not kept.
    /// </exception>
    public static Table From(IDataReader reader)
    {
        SourceRows rows = RowsOf(reader, out bool hasNames);
        return Of(hasNames ? rows.Content() : Sheet.Content(rows, header: null), nameof(reader));
    }

    /// <param name="reader">the rows, from the next one on; read to the end of its result and left open</param>
    /// <param name="header">whether the first row has the names of the columns, in place of those of the reader</param>
    /// <inheritdoc cref="From(IDataReader)"/>
    public static Table From(IDataReader reader, bool header)
    {
        SourceRows rows = RowsOf(reader, out bool hasNames);
        return Of(hasNames && !header ? rows.Content() : Sheet.Content(rows, header), nameof(reader));
    }

    /// <summary>
    /// Makes a table of objects: each is a row, and each public property a column of its name, those of base types first. Null and NaN
    /// are missing. Numbers, booleans, dates and the names of enumerations keep their meaning, durations and times of day are seconds.
    /// Texts mean what they mean in a file, but that marks such as N/A stand for missing values only among numbers or dates.
    /// </summary>
    /// <param name="rows">the objects</param>
    /// <typeparam name="T">their type, such as a record</typeparam>
    /// <example>
    /// <code>
    /// var flats = new[] { new { Size = 35.5, Rooms = 2, Pets = true }, new { Size = 80.0, Rooms = 3, Pets = false } };
    /// Console.WriteLine(Table.From(flats).Describe());
    /// </code>
    /// </example>
    /// <exception cref="ArgumentNullException">the list or an object is null.</exception>
    /// <exception cref="ArgumentException">
    /// there are no properties or no objects, the type is one of values such as texts, or a property's type can be no cell.
    /// </exception>
    /// <exception cref="InvalidDataException">texts could be numbers with a decimal comma or a point.</exception>
    public static Table From<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(IEnumerable<T> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        PropertyInfo[] properties = RowProperties.Of<T>(nameof(rows));
        var values = new SourceRows([.. properties.Select(property => property.Name)]);
        foreach (T row in rows)
        {
            object source = row ?? throw new ArgumentNullException(nameof(rows));
            values.Add(column => properties[column].ValueIn(source));
        }

        return Of(values.Content(), nameof(rows));
    }

    /// <summary>
    /// Makes a table of columns: arrays of numbers, texts, booleans, dates or enumerations, all of one length. They mean what they mean
    /// as <see cref="From{T}(IEnumerable{T})">properties of objects</see>.
    /// </summary>
    /// <param name="columns">the names of the columns and their values; null values are missing</param>
    /// <example>
    /// <code>
    /// Table table = Table.FromColumns(("age", new[] { 38, 51, 27 }), ("job", new[] { "clerk", null, "smith" }));
    /// </code>
    /// </example>
    /// <exception cref="ArgumentNullException">the list, a name or an array is null.</exception>
    /// <exception cref="ArgumentException">
    /// there are no columns or no values, two columns have the same name, an array is longer than another or has more than one
    /// dimension, or a value can be no cell.
    /// </exception>
    /// <exception cref="InvalidDataException">
    /// texts could be numbers with a decimal comma or a point, or come after so many numbers that the texts of these were not kept.
    /// </exception>
    public static Table FromColumns(params (string Name, Array Values)[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        foreach ((string name, Array values) in columns)
        {
            ArgumentNullException.ThrowIfNull(name, nameof(columns));
            ArgumentNullException.ThrowIfNull(values, nameof(columns));
            if (values.Rank != 1) throw new ArgumentException($"The column '{name}' has {values.Rank} dimensions.", nameof(columns));
            if (values.Length == columns[0].Values.Length) continue;
            throw new ArgumentException(
                $"The column '{name}' has {values.Length} values, but '{columns[0].Name}' has {columns[0].Values.Length}.",
                nameof(columns));
        }

        var rows = new SourceRows([.. columns.Select(column => column.Name)]);
        int count = columns.Length == 0 ? 0 : columns[0].Values.Length;
        for (int row = 0; row < count; row++) rows.Add(column => columns[column].Values.GetValue(row));
        return Of(rows.Content(), nameof(columns));
    }

    private static SourceRows RowsOf(IDataReader reader, out bool hasNames)
    {
        ArgumentNullException.ThrowIfNull(reader);
        string[] names = new string[reader.FieldCount];
        for (int column = 0; column < names.Length; column++) names[column] = NameOf(reader, column);
        hasNames = Array.Exists(names, name => name.Length > 0);
        var rows = new SourceRows(names);
        while (reader.Read()) rows.Add(reader.GetValue);
        return rows;
    }

    /// <summary>The name of a reader's column; empty where it has none, which readers of sheets say by an exception.</summary>
    private static string NameOf(IDataReader reader, int column)
    {
        try
        {
            return reader.GetName(column) ?? "";
        }
        catch (NotSupportedException)
        {
            return "";
        }
    }

    private static Table Of(SourceContent content, string parameter)
    {
        if (content.Names.Length == 0) throw new ArgumentException("A table needs a column.", parameter);
        if (content.Rows.Count == 0) throw new ArgumentException("A table needs a row.", parameter);
        Column[] columns = [.. content.Columns.Select(column => column.Cells)];
        var origin = new TableOrigin(null, null)
        {
            Dialect = new Dialect { Typed = content.Typed, Unmarked = content.Unmarked },
            Doubts = content.Doubts,
        };
        var table = new Table(content.Names, columns, content.Rows, origin);
        int late = Array.FindIndex(columns, column => OddTexts.CameLate(column, content.Rows, MissingMarks.Known));
        if (late >= 0)
        {
            throw table.Broken(late, "texts come late, when those of earlier numbers were not kept; make all its values texts, or numbers");
        }

        _ = table.Mark; // texts that could mean two numbers are refused now, as those of files are
        return table;
    }
}
