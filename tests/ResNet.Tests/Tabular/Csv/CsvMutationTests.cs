using System.Text;
using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

public class CsvMutationTests
{
    private const int Files = 100_000;

    private static readonly byte[][] files =
    [
        .. new[]
        {
            "a,b,y\n1,x,0\n2,\"y, z\",1\n3,\"say \"\"hi\"\"\",0\n",
            "größe;preis;ja\r\n1,5;2.000,25;ja\r\n0,25;1.234,5;nein\r\n;3,5;ja\r\n",
            "sep=|\nwhen|what\n2020-01-31|5%\n2020-02-29|45%\n2021-12-01|$ 3\n",
            "  1.0   3.0  1.5\n  2.0   6.0  2.5\n  3.0   9.0  3.5\n",
            "# report\n# 2020\n\nid\tname\tn\n1\tA\tNULL\n2\tB\t7\n3\tC\t1e300\nid\tname\tn\n",
            "class,odor,colour\ne,n,b\np,f,w\ne,n,w\n,,\n",
            "a,b,\n0,1,2,0\n1,3,4,1\n2,5,6,0\n",
            "a,b\n1,\"this \\\" quote\"\n31/12/2020,x\n1/2/2020,\"two\nlines\"\n",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a,ß\n1,x\n2,\"y\nz\"\n")],
        [0xEF, 0xBB, 0xBF, .. "x;y\n01;1\n1.0;2\n\"1,234\";3\n"u8],
        CsvText.Packed("a,b,y\n1,x,0\n2,y,1\n"u8.ToArray()),
    ];

    [Fact]
    public void Mutated_files_are_tables_or_refused()
    {
        int read = 0;
        Parallel.For(0, Files, i =>
        {
            var random = new Random(i);
            byte[] file = CsvMutation.Of(files[i % files.Length], random);
            Exception? thrown = Record.Exception(() =>
            {
                Table table = CsvText.Read(file, random.Next(8) == 0 ? new CsvOptions { BackslashQuotes = true } : null);
                Interlocked.Increment(ref read);
                table.Describe();
                table.Describe(table.Columns[^1]);
            });
            if (thrown is not (null or InvalidDataException))
            {
                throw new InvalidOperationException($"file {i}, {Convert.ToBase64String(file)}: {thrown}", thrown);
            }
        });

        read.Should().BeInRange(Files / 4, Files - Files / 4, "else the mutations are too wild or too tame");
    }
}
