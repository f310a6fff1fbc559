using System.Data;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace ResNet.Tabular;

/// <content>Tables from databases, objects and arrays.</content>
public sealed partial class Table
{
    /// <summary>
    /// Reads a table from a data reader, such as that of a database command, of a spreadsheet or of a <see cref="DataTable"/>. Null and
    /// <see cref="DBNull"/> are missing; numbers, texts, booleans and dates keep their meaning.
    /// </summary>
    /// <param name="reader">the rows, from the next one on; read to its end and left open</param>
    /// <exception cref="ArgumentNullException">the reader is null.</exception>
    /// <exception cref="ArgumentException">
    /// there are no columns or no rows, two columns have the same name, or a value is of a type that can be no cell, such as bytes.
    /// </exception>
    /// <exception cref="InvalidDataException">texts could be numbers with a decimal comma or a point.</exception>
    public static Table From(IDataReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var rows = new RowCollector([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)]);
        while (reader.Read()) rows.Add(reader.GetValue);
        return Of(rows, nameof(reader));
    }

    /// <summary>
    /// Makes a table of objects: each is a row, and each public property a column of its name. Null is missing; numbers, texts,
    /// booleans, dates and the names of enumerations keep their meaning.
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
    /// <exception cref="ArgumentException">there are no properties or no objects, or a property's type can be no cell.</exception>
    public static Table From<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(IEnumerable<T> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        PropertyInfo[] properties = [.. typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetMethod?.IsPublic == true && property.GetIndexParameters().Length == 0)];
        if (Array.Find(properties, property => !CellValue.IsCell(property.PropertyType)) is { } odd)
        {
            throw new ArgumentException(
                $"The property {odd.Name} is a {odd.PropertyType.Name}, which can be no cell; select properties that can.",
                nameof(rows));
        }

        var collector = new RowCollector([.. properties.Select(property => property.Name)]);
        foreach (T row in rows)
        {
            if (row is null) throw new ArgumentNullException(nameof(rows));
            collector.Add(column => properties[column].GetValue(row));
        }

        return Of(collector, nameof(rows));
    }

    /// <summary>Makes a table of columns: arrays of numbers, texts, booleans, dates or enumerations, all of one length.</summary>
    /// <param name="columns">the names of the columns and their values; null values are missing</param>
    /// <example>
    /// <code>
    /// Table table = Table.FromColumns(("age", new[] { 38, 51, 27 }), ("job", new[] { "clerk", null, "smith" }));
    /// </code>
    /// </example>
    /// <exception cref="ArgumentNullException">the list, a name or an array is null.</exception>
    /// <exception cref="ArgumentException">
    /// there are no columns or no values, two columns have the same name, an array is longer than another, or its type can be no cell.
    /// </exception>
    public static Table FromColumns(params (string Name, Array Values)[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        foreach ((string name, Array values) in columns)
        {
            ArgumentNullException.ThrowIfNull(name, nameof(columns));
            ArgumentNullException.ThrowIfNull(values, nameof(columns));
            if (values.Length == columns[0].Values.Length && values.Rank == 1) continue;
            throw new ArgumentException(
                $"The column '{name}' has {values.Length} values, but '{columns[0].Name}' has {columns[0].Values.Length}.",
                nameof(columns));
        }

        var collector = new RowCollector([.. columns.Select(column => column.Name)]);
        for (int row = 0; columns.Length > 0 && row < columns[0].Values.Length; row++)
        {
            collector.Add(column => columns[column].Values.GetValue(row));
        }

        return Of(collector, nameof(columns));
    }

    private static Table Of(RowCollector rows, string parameter)
    {
        if (rows.Names.Length == 0) throw new ArgumentException("A table needs a column.", parameter);
        if (rows.Count == 0) throw new ArgumentException("A table needs a row.", parameter);
        var origin = new TableOrigin(null, null) { Dialect = new Dialect { Typed = rows.Typed } };
        var table = new Table(rows.Names, (rows.Columns, rows.Count), origin);
        _ = table.Mark; // texts that could mean two numbers are refused now, as those of files are
        return table;
    }
}
