namespace ResNet.Samples;

/// <summary>The command line and its error messages.</summary>
internal static class DeployCommand
{
    private const string Usage = "Usage: Deploy --model FILE < samples.csv > predictions.csv";

    /// <summary>Exit code for errors of the user: an option, the file, a line.</summary>
    private const int Refused = 2;

    /// <summary>Predicts the samples of standard input until it ends or standard output is closed.</summary>
    /// <returns>the exit code</returns>
    public static int Run(string[] arguments)
    {
        if (arguments is ["--help" or "-h"])
        {
            Console.WriteLine(Usage);
            return 0;
        }

        if (arguments is not ["--model", { Length: > 0 } model]) return Refuse(Usage);
        try
        {
            var network = Network.Load(model);
            using Stream input = Console.OpenStandardInput(), output = StandardOutput.Open();
            new Predictor(network, new PredictionLines(output, network)).Run(new SampleLines(input, network.Inputs));
            return 0;
        }
        catch (IOException exception) when (StandardOutput.IsClosed(exception))
        {
            return 0;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return Refuse($"error: {exception.Message}");
        }
    }

    private static int Refuse(string message)
    {
        Console.Error.WriteLine(message);
        return Refused;
    }
}
