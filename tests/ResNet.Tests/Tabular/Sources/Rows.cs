using System.Data;

namespace ResNet.Tests.Tabular.Sources;

/// <summary>A data reader over rows in memory, with names that a <see cref="DataTable"/> would refuse.</summary>
internal sealed class Rows(string[] names, object[][] rows) : IDataReader
{
    private int row = -1;

    public int Depth => 0;

    public bool IsClosed { get; private set; }

    public int RecordsAffected => -1;

    public int FieldCount => names.Length;

    public object this[int i] => GetValue(i);

    public object this[string name] => GetValue(GetOrdinal(name));

    public bool Read() => ++row < rows.Length;

    public string GetName(int i) => names[i];

    public object GetValue(int i) => rows[row][i];

    public void Close() => IsClosed = true;

    public void Dispose() => Close();

    public bool NextResult() => false;

    public int GetOrdinal(string name) => Array.IndexOf(names, name);

    public bool IsDBNull(int i) => GetValue(i) is DBNull;

    public Type GetFieldType(int i) => typeof(object);

    public string GetDataTypeName(int i) => "object";

    public int GetValues(object[] values) => throw new NotSupportedException();

    public DataTable GetSchemaTable() => throw new NotSupportedException();

    public IDataReader GetData(int i) => throw new NotSupportedException();

    public long GetBytes(int i, long fieldOffset, byte[]? buffer, int bufferoffset, int length) => throw new NotSupportedException();

    public long GetChars(int i, long fieldoffset, char[]? buffer, int bufferoffset, int length) => throw new NotSupportedException();

    public bool GetBoolean(int i) => (bool)GetValue(i);

    public byte GetByte(int i) => (byte)GetValue(i);

    public char GetChar(int i) => (char)GetValue(i);

    public DateTime GetDateTime(int i) => (DateTime)GetValue(i);

    public decimal GetDecimal(int i) => (decimal)GetValue(i);

    public double GetDouble(int i) => (double)GetValue(i);

    public float GetFloat(int i) => (float)GetValue(i);

    public Guid GetGuid(int i) => (Guid)GetValue(i);

    public short GetInt16(int i) => (short)GetValue(i);

    public int GetInt32(int i) => (int)GetValue(i);

    public long GetInt64(int i) => (long)GetValue(i);

    public string GetString(int i) => (string)GetValue(i);
}
