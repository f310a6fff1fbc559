namespace ResNet.Tests.House;

/// <summary>A place in a file of one room (or package) that uses something of another.</summary>
/// <param name="Room">The room of the file.</param>
/// <param name="File">The file's path below the house.</param>
/// <param name="Line">The line, counted from one.</param>
/// <param name="Name">The outermost type that is used or whose member is.</param>
/// <param name="Home">The room that declares it.</param>
internal sealed record Reference(string Room, string File, int Line, string Name, string Home);
