using System.Globalization;
using ResNet;
using ResNet.Fitting;
using ResNet.Tabular;

// a process of its own for tests: they kill it, or look at what it makes of a file
switch (args)
{
    case ["fit", string folder, string reports, string path]:
        Network network = SmallFit.Network();
        new Trainer(network, SmallFit.Options(folder)).Resume(SmallFit.Training, SmallFit.Validation, PauseAfter(reports));
        network.Save(path);
        return 0;
    case ["fit-table", string folder, string reports, string path]:
        TabularModel.Resume(SmallTable.Rows, "y", SmallTable.Options(folder), PauseAfter(reports)).Save(path);
        return 0;
    case ["predict", string path]:
        foreach (float value in Network.Load(path).Predict(SmallFit.Validation.Inputs).ToColumnMajorArray())
        {
            Console.WriteLine(BitConverter.SingleToInt32Bits(value).ToString(CultureInfo.InvariantCulture));
        }

        return 0;
    default:
        Console.Error.WriteLine("ResNet.Fitting fit FOLDER REPORTS PATH | fit-table FOLDER REPORTS PATH | predict PATH");
        return 1;
}

static Pause PauseAfter(string reports) => new(after: int.Parse(reports, CultureInfo.InvariantCulture));
