// Reads a Parquet file through DuckDB and says what its columns are:
// dotnet run docs/programs/parquet.cs -- TABLE.parquet
#:package DuckDB.NET.Data.Full@1.5.6.1
#:project ../../src/ResNet.Tabular

using DuckDB.NET.Data;
using ResNet.Tabular;

using var connection = new DuckDBConnection("Data Source=:memory:");
connection.Open();
using DuckDBCommand query = connection.CreateCommand();

// Without a file, one of a thousand rows is made first.
string file = args.Length > 0 ? args[0] : "made.parquet";
if (args.Length == 0)
{
    query.CommandText = $"""
        COPY (SELECT i / 7.0 AS x, i % 3 AS kind, i % 5 = 0 AS late, DATE '2024-01-01' + CAST(i % 90 AS INTEGER) AS day
              FROM range(1000) AS rows(i)) TO '{file}' (FORMAT parquet)
        """;
    query.ExecuteNonQuery();
}

query.CommandText = $"SELECT * FROM read_parquet('{file.Replace("'", "''")}')";
using DuckDBDataReader rows = query.ExecuteReader();
Table table = Table.From(rows);
Console.WriteLine(table.Describe());
