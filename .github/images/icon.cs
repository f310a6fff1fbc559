// Draws icon.png, the packages' icon, a residual block: dotnet run .github/images/icon.cs
#:package SkiaSharp
#:package SkiaSharp.NativeAssets.Linux.NoDependencies

using SkiaSharp;

const int Size = 128;
using var surface = SKSurface.Create(new SKImageInfo(Size, Size));
SKCanvas canvas = surface.Canvas;
using var background = new SKPaint { Color = new SKColor(0x1B, 0x3A, 0x5C), IsAntialias = true };
using var layer = new SKPaint { Color = SKColors.White, IsAntialias = true };
using SKPaint main = Line(SKColors.White), shortcut = Line(new SKColor(0xFF, 0xA6, 0x2B));

canvas.DrawRoundRect(0, 0, Size, Size, 22, 22, background);

// from the bottom to the top: two layers, and the addition
canvas.DrawLine(52, 118, 52, 34, main);
canvas.DrawLine(52, 18, 52, 8, main);
canvas.DrawRoundRect(24, 78, 56, 18, 5, 5, layer);
canvas.DrawRoundRect(24, 50, 56, 18, 5, 5, layer);

// the shortcut around them
using var around = new SKPath();
around.MoveTo(52, 108);
around.LineTo(84, 108);
around.ArcTo(new SKPoint(104, 108), new SKPoint(104, 88), 20);
around.LineTo(104, 46);
around.ArcTo(new SKPoint(104, 26), new SKPoint(84, 26), 20);
around.LineTo(66, 26);
canvas.DrawPath(around, shortcut);

canvas.DrawCircle(52, 26, 14, background);
canvas.DrawCircle(52, 26, 12, shortcut);
canvas.DrawLine(46, 26, 58, 26, main);
canvas.DrawLine(52, 20, 52, 32, main);

using SKImage image = surface.Snapshot();
using SKData png = image.Encode(SKEncodedImageFormat.Png, quality: 100);
File.WriteAllBytes(".github/images/icon.png", png.ToArray());

static SKPaint Line(SKColor color) => new()
{
    Color = color, Style = SKPaintStyle.Stroke, StrokeWidth = 5, StrokeCap = SKStrokeCap.Round, IsAntialias = true,
};
