namespace ResNet;

/// <content>Checkpoints: all of a fit that changes, to a file and back.</content>
internal sealed partial class TrainingLoop
{
    private const string FormatVersionName = "checkpoint_version";
    private const string LibraryVersionName = "library_version";
    private const string FitName = "fit";
    private const string NetworkName = "network";
    private const string LastEpochName = "last_epoch";
    private const string BestEpochName = "best_epoch";
    private const string OptimizerName = "optimizer";
    private const string OutputsName = "epoch.outputs";

    /// <summary>The version of checkpoints that is written, and the only one that is read.</summary>
    private const string FormatVersion = "2";

    private bool isResumed;

    /// <summary>Goes on from the newest checkpoint, if there is one.</summary>
    public void Resume()
    {
        if (Folder!.Newest is not { } path) return;
        using FileStream file = File.OpenRead(path);
        try
        {
            Resume(file);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"'{path}': {exception.Message}", exception);
        }
    }

    /// <summary>Goes on from a checkpoint. Nothing changes before all of it is read and found in order.</summary>
    public void Resume(Stream stream)
    {
        SafetensorsHeader header = SafetensorsFile.ReadHeader(stream);
        if (header.Texts.GetValueOrDefault(FormatVersionName) is not FormatVersion)
        {
            throw new InvalidDataException($"The file is no checkpoint of version {FormatVersion}.");
        }

        var description = CheckpointDescription.Parse(header.Texts.GetValueOrDefault(FitName, string.Empty));
        description.CheckFingerprint(Fingerprint);
        description.CheckPlace(step, options, hasValidation: Validation is not null);
        SavedArray[] arrays = [.. Arrays(hasBest: best is not null && description.Epoch > 1, isWithinEpoch: description.Batch > 0)];
        Dictionary<string, float[]> tensors = NetworkTensors.Read(stream, header, arrays.Select(array => array.Shape));
        foreach (SavedArray array in arrays)
        {
            if (array.OfNetwork?.Flaw(tensors[array.Shape.Name]) is { } flaw) throw new InvalidDataException(flaw);
        }

        GoOnFrom(description);
        foreach ((TensorShape shape, Memory<float> values, _) in arrays) shape.FromRows(tensors[shape.Name], values.Span);
    }

    /// <summary>Writes down where the fit stands.</summary>
    public void Write(Stream stream)
    {
        var texts = new Dictionary<string, string>
        {
            [FormatVersionName] = FormatVersion,
            [LibraryVersionName] = Network.LibraryVersion,
            [FitName] = Describe().ToJson(),
        };
        IEnumerable<SavedArray> arrays = Arrays(hasBest: best?.Number is not null, isWithinEpoch: batch > 0);
        SafetensorsFile.Write(stream, texts, [.. arrays.Select(array => (array.Shape, array.Values))]);
    }

    /// <summary>Writes a checkpoint, unless the network is broken: then the fit is about to diverge.</summary>
    private void WriteCheckpoint()
    {
        if (Folder is not null && network.Flaw is null) Folder.Write(Write);
    }

    private CheckpointDescription Describe() => new()
    {
        Fingerprint = new(Fingerprint),
        EpochsBefore = EpochsBefore,
        OptimizerSteps = step.State.Steps,
        Epoch = epoch,
        Batch = batch,
        Loss = sums.Loss,
        Weight = sums.Weight,
        Wrong = sums.Wrong,
        Spent = Spent,
        EpochBegan = epochBegan,
        Epochs = epochs,
    };

    /// <summary>Takes over what the description tells; patience is counted again over the epochs done.</summary>
    private void GoOnFrom(CheckpointDescription description)
    {
        isResumed = true;
        EpochsBefore = description.EpochsBefore;
        step.State.Steps = description.OptimizerSteps;
        (epoch, batch) = (description.Epoch, description.Batch);
        if (batch > 0) sums = new EpochSums(description.Loss, description.Weight, description.Wrong, step.SamplesBefore(batch));
        spentBefore = description.Spent - clock.Elapsed;
        epochBegan = description.EpochBegan;
        foreach (EpochResult result in description.Epochs)
        {
            epochs.Add(result);
            Consider(result);
        }
    }

    /// <summary>Every array that changes in a fit, under its name in files.</summary>
    private IEnumerable<SavedArray> Arrays(bool hasBest, bool isWithinEpoch)
    {
        foreach (LiveArray array in network.Arrays.All) yield return OfNetwork(NetworkName, array.Array.Name, array.Values);
        foreach ((string name, float[] values) in good.Arrays) yield return OfNetwork(LastEpochName, name, values);
        foreach ((string name, float[] values) in hasBest ? best!.Values.Arrays : []) yield return OfNetwork(BestEpochName, name, values);
        foreach ((string moments, string name, Memory<float> values) in step.State.Arrays)
        {
            yield return new SavedArray(Named($"{OptimizerName}.{moments}", name).Shape, values);
        }

        if (isWithinEpoch && step.Outputs.Length > 0)
        {
            yield return new SavedArray(new TensorShape(OutputsName, network.Outputs, training.Count), step.Outputs);
        }

        SavedArray OfNetwork(string prefix, string name, float[] values) => new(Named(prefix, name).Shape, values, Named(prefix, name));
        PartArray Named(string prefix, string name) => network.Arrays[name].Array with { Name = $"{prefix}.{name}" };
    }

    /// <summary>An array in a checkpoint.</summary>
    /// <param name="Shape">its name and shape in the file</param>
    /// <param name="Values">its values, column by column</param>
    /// <param name="OfNetwork">what it is of a network, whose values are checked; null where it is none</param>
    private readonly record struct SavedArray(TensorShape Shape, Memory<float> Values, PartArray? OfNetwork = null);
}
