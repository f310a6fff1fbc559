// Answers POST /predict with what a saved model of a table says about a row, and asks itself thousands of times at once:
// dotnet run docs/programs/web.cs -- model.safetensors TABLE.csv [REQUESTS]
// The model is one that table.cs has saved; the rows to ask about are those of the table.
#:sdk Microsoft.NET.Sdk.Web
#:project ../../src/ResNet.Tabular
#:property PublishAot=false
#:property RunWorkingDirectory=$(MSBuildStartupDirectory)

using System.Diagnostics;
using ResNet.Tabular;

TabularModel model = TabularModel.Load(args[0]);
WebApplicationBuilder builder = WebApplication.CreateBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Warning);
await using WebApplication app = builder.Build();
app.Urls.Add("http://127.0.0.1:0");
app.MapPost("/predict", (Dictionary<string, string?> row) =>
{
    try { return Results.Ok(model.Predict(row)); }    // one model for all requests at once: a prediction changes nothing in it
    catch (Exception e) when (e is ArgumentException or InvalidDataException) { return Results.BadRequest(e.Message); }
});
await app.StartAsync();

Table table = Table.FromCsv(args[1]);
using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
int requests = args.Length > 2 ? int.Parse(args[2]) : 5000, different = 0;
var watch = Stopwatch.StartNew();
await Parallel.ForAsync(0, requests, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, stop) =>
{
    Dictionary<string, string?> row = table.Columns.Index().ToDictionary(c => c.Item, c => table[i % table.RowCount, c.Index]);
    using HttpResponseMessage response = await client.PostAsJsonAsync("/predict", row, stop);
    if (i == 0) Console.WriteLine(await response.Content.ReadAsStringAsync(stop));
    if (await response.Content.ReadFromJsonAsync<TabularPrediction>(stop) != model.Predict(row)) Interlocked.Increment(ref different);
});
Console.WriteLine($"{requests / watch.Elapsed.TotalSeconds:N0} requests a second, 64 at a time; {different} answers differ from Predict");
