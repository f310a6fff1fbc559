namespace ResNet.Samples;

/// <summary>The images.</summary>
/// <param name="Training">the training images</param>
/// <param name="Validation">the validation images; null if there are none</param>
/// <param name="Test">the test images</param>
/// <param name="Names">the names of the classes</param>
internal sealed record ImageData(Dataset Training, Dataset? Validation, Dataset Test, IReadOnlyList<string> Names)
{
    public const string ShapesName = "shapes";
    public const int TrainingShapes = 1000;
    private const int TestShapes = 500;

    private static readonly string[] fashion =
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    /// <summary>Generates or reads the images.</summary>
    /// <exception cref="ArgumentException">there are fewer samples than requested.</exception>
    /// <exception cref="IOException">a file is missing.</exception>
    /// <exception cref="InvalidDataException">a file is invalid.</exception>
    public static ImageData Load(ImageRequest request)
    {
        if (request.Samples < 2) throw new ArgumentException($"--samples must be at least 2, not {request.Samples}.");
        return request.Data == ShapesName
            ? Part(Shapes.Create(request.Samples ?? TrainingShapes, seed: 1), Shapes.Create(TestShapes, seed: 2), Shapes.Names, request)
            : Read(request);
    }

    private static ImageData Read(ImageRequest request)
    {
        Dataset training = IdxFolder.ReadTraining(request.Data, request.Samples);
        Dataset test = IdxFolder.ReadTest(request.Data, training);
        string[] names = training.Classes == fashion.Length
            ? fashion
            : [.. Enumerable.Range(0, training.Classes).Select(label => $"{label}")];
        return Part(training, test, names, request);
    }

    private static ImageData Part(Dataset images, Dataset test, string[] names, ImageRequest request)
    {
        if (request.Validation == 0) return new ImageData(images, null, test, names);
        (Dataset training, Dataset validation) = images.Split(request.Validation, request.Seed);
        return new ImageData(training, validation, test, names);
    }
}
