using ResNet.Studies;

namespace ResNet.Samples;

/// <summary>The arguments of the command line.</summary>
/// <param name="Data">the source of the samples: spirals, or a folder</param>
/// <param name="Samples">the number of samples; null for all</param>
/// <param name="Options">what to train</param>
/// <param name="Output">the folder for the results</param>
internal sealed record StudyRequest(string Data, int? Samples, DepthStudyOptions Options, string Output);
