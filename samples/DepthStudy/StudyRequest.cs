using ResNet.Studies;

namespace ResNet.Samples;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">where the samples come from: spirals, or a folder</param>
/// <param name="Samples">how many of them; null for all</param>
/// <param name="Options">what to train</param>
/// <param name="Output">the folder that the results go to</param>
internal sealed record StudyRequest(string Data, int? Samples, DepthStudyOptions Options, string Output);
