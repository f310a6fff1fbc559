using System.Text;
using ResNet;
using ResNet.Tool;

using Stream input = Console.OpenStandardInput(), output = StandardOutput.Open();
using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
return (int)ToolCommand.Run(args, new ToolConsole(input, text, Console.Error));
